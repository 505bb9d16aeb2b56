import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAuth, migrateAuth } from "../accounts/auth.ts";
import { Refusal } from "../refusal.ts";
import { type OpenDatabase, openDatabase } from "./database.ts";
import { migrate, STEPS, type Steps } from "./migrations.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-database-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, `${name}.db`);
const open = (name: string): OpenDatabase => openDatabase(path(name));

async function bringUpToDate(opened: OpenDatabase, steps: Steps = STEPS): Promise<void> {
  const auth = createAuth({
    database: opened.database,
    url: "http://127.0.0.1:3000",
    secret: "a secret that is long enough for tests",
    report: pino({ level: "silent" }),
  });
  await migrate(opened, () => migrateAuth(auth), steps);
}

/** The first so many steps. */
const firstSteps = (count: number): Steps =>
  Object.fromEntries(Object.entries(STEPS).slice(0, count));

/** All tables and indexes as they were created. */
const schemaOf = ({ connection }: OpenDatabase): unknown[] =>
  connection.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all();

async function schemaIn(name: string): Promise<unknown[]> {
  const opened = open(name);
  const schema = schemaOf(opened);
  await opened.database.destroy();
  return schema;
}

/** The files as they stand on the disk just now: what a killed process leaves. */
function copy(from: string, to: string): void {
  for (const end of ["", "-wal"]) {
    rmSync(path(to) + end, { force: true });
    if (existsSync(path(from) + end)) copyFileSync(path(from) + end, path(to) + end);
  }
  rmSync(`${path(to)}-shm`, { force: true });
}

/** Calls `onStatement` before each statement; what it throws fails that one. */
function watch({ connection }: OpenDatabase, onStatement: () => void): void {
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql) => {
    onStatement();
    return prepare(sql);
  };
}

/** A database that took so many steps, with a space in it as soon as there are any; null: a new one. */
async function grown(name: string, steps: number | null): Promise<void> {
  const opened = open(name);
  if (steps !== null) await bringUpToDate(opened, firstSteps(steps));
  const hasSpaces = steps !== null && steps > 0;
  if (hasSpaces) {
    opened.connection.exec(
      "INSERT INTO space (id, name, scheme, open_to_guests, created_at) VALUES ('s', 'Class', 'postil-core', 1, 0)",
    );
  }
  await opened.database.destroy();
}

const NAMES = Object.keys(STEPS);

/** The step that a start is to take first, and how many were taken before; null: there is no file. */
const STAGES: readonly (readonly [string, number | null])[] = [
  ["everything", null],
  ...[Math.floor(NAMES.length / 2), NAMES.length - 1].map(
    (count) => [NAMES[count] ?? "", count] as const,
  ),
];

test.each(STAGES)(
  "[D9] wherever a start before %s is killed, nothing has changed and the next one completes it",
  async (_, steps) => {
    await grown("before", steps);
    const schema = await schemaIn("before");
    copy("before", "after");
    const upgraded = open("after");
    let statements = 0;
    watch(upgraded, () => statements++);
    await bringUpToDate(upgraded);
    await upgraded.database.destroy();
    const complete = await schemaIn("after");
    expect(statements).toBeGreaterThan(5);

    for (let number = 1; number <= statements; number++) {
      copy("before", "dying");
      const dying = open("dying");
      let count = 0;
      watch(dying, () => {
        if (++count < number) return;
        if (count === number) copy("dying", "killed");
        throw new Error(`statement ${number} fails`);
      });
      await expect(bringUpToDate(dying)).rejects.toThrow();
      await dying.database.destroy();
      expect(await schemaIn("dying")).toEqual(schema);
      expect(await schemaIn("killed")).toEqual(schema);
    }

    const next = open("killed");
    await bringUpToDate(next);
    expect(schemaOf(next)).toEqual(complete);
    const spaces = next.connection.prepare("SELECT id FROM space").all();
    expect(spaces).toHaveLength(steps === null || steps === 0 ? 0 : 1);
    await next.database.destroy();
  },
);

test("[P19] of an identity that was added twice the first stays, and no second comes", async () => {
  const opened = open("postil");
  await bringUpToDate(opened, firstSteps(NAMES.indexOf("0018-identities-once")));
  const add = (id: string, userId: string, accountId: string): void => {
    const at = "2026-01-01T00:00:00.000Z";
    opened.connection
      .prepare(
        "INSERT INTO account (id, userId, providerId, accountId, createdAt, updatedAt) VALUES (?, ?, 'openid', ?, ?, ?)",
      )
      .run(id, userId, accountId, at, at);
  };
  for (const id of ["ada", "ben"]) {
    opened.connection
      .prepare(
        "INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt) VALUES (?, ?, ?, 0, '', '')",
      )
      .run(id, id, id);
  }
  add("1", "ada", "newsroom ada");
  add("2", "ben", "newsroom ada");
  add("3", "ben", "newsroom ben");
  add("4", "ada", "newsroom ada");
  await bringUpToDate(opened);
  const left = opened.connection.prepare("SELECT id FROM account ORDER BY id").all();
  expect(left.map(({ id }) => id)).toEqual(["1", "3"]);
  expect(() => add("5", "ben", "newsroom ada")).toThrow(/UNIQUE/);
  await opened.database.destroy();
});

test("[D9] a second start changes nothing", async () => {
  await grown("postil", NAMES.length);
  const schema = await schemaIn("postil");
  const second = open("postil");
  await bringUpToDate(second);
  expect(schemaOf(second)).toEqual(schema);
  await second.database.destroy();
});

test("[D14] a program that does not know the last step refuses the file, and leaves it as it is", async () => {
  await grown("postil", NAMES.length);
  const schema = await schemaIn("postil");
  const older = open("postil");
  const start = bringUpToDate(older, firstSteps(NAMES.length - 1));
  await expect(start).rejects.toThrow(Refusal);
  await expect(start).rejects.toThrow(/postil\.db .* newer Postil/);
  expect(schemaOf(older)).toEqual(schema);
  await older.database.destroy();
});
