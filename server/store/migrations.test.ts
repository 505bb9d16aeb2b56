import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAuth, migrateAuth } from "../accounts/auth.ts";
import { type OpenDatabase, openDatabase } from "./database.ts";
import { migrate } from "./migrations.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-database-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): OpenDatabase => openDatabase(join(folder, "postil.db"));

async function bringUpToDate(opened: OpenDatabase): Promise<void> {
  const auth = createAuth({
    database: opened.database,
    url: "http://127.0.0.1:3000",
    secret: "a secret that is long enough for tests",
    report: pino({ level: "silent" }),
  });
  await migrate(opened, () => migrateAuth(auth));
}

/** All tables and indexes as they were created. */
const schemaOf = ({ connection }: OpenDatabase): unknown[] =>
  connection.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all();

/** Lets the statement with this number (from 1) and all later ones fail; returns how to count them. */
function failFrom({ connection }: OpenDatabase, number: number): () => number {
  const prepare = connection.prepare.bind(connection);
  let count = 0;
  connection.prepare = (sql) => {
    count += 1;
    if (count >= number) throw new Error(`statement ${number} fails`);
    return prepare(sql);
  };
  return () => count;
}

async function fresh(): Promise<{ schema: unknown[]; statements: number }> {
  const opened = open();
  const count = failFrom(opened, Number.POSITIVE_INFINITY);
  await bringUpToDate(opened);
  const statements = count();
  const schema = schemaOf(opened);
  await opened.database.destroy();
  for (const end of ["", "-wal", "-shm"]) rmSync(join(folder, `postil.db${end}`), { force: true });
  return { schema, statements };
}

test("[D9] wherever the first start breaks off, nothing has changed and the next one completes it", async () => {
  const { schema, statements } = await fresh();
  expect(statements).toBeGreaterThan(10);
  for (let number = 1; number <= statements; number++) {
    const broken = open();
    failFrom(broken, number);
    await expect(bringUpToDate(broken)).rejects.toThrow();
    await broken.database.destroy();

    const untouched = open();
    expect(schemaOf(untouched)).toEqual([]);
    await untouched.database.destroy();
  }
  const complete = open();
  await bringUpToDate(complete);
  expect(schemaOf(complete)).toEqual(schema);
  await complete.database.destroy();
});

test("[D9] a second start changes nothing", async () => {
  const first = open();
  await bringUpToDate(first);
  const schema = schemaOf(first);
  await first.database.destroy();
  const second = open();
  await bringUpToDate(second);
  expect(schemaOf(second)).toEqual(schema);
  await second.database.destroy();
});
