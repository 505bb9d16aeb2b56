// Backups of a server that people write to meanwhile, brought back into an empty folder.

import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { LEDGER } from "../erasure/ledger.ts";
import { SqliteLog } from "../store/sqlite-log.ts";
import { type Caller, TestServer } from "../test-server.ts";
import { backup } from "./backup.ts";
import { restore } from "./restore.ts";

let server: TestServer;
let place: string;
let file: string;

beforeEach(async () => {
  server = await TestServer.start();
  place = mkdtempSync(join(tmpdir(), "postil-backup-"));
  file = join(place, "postil.tar.gz");
});

afterEach(async () => {
  await server.stop();
  rmSync(place, { recursive: true });
});

/** Marks a letter of the sample article. */
async function mark(caller: Caller, at: number): Promise<string> {
  const path = `/api/articles/${server.sampleId}/annotations`;
  const annotation = { kind: "claim", label: null, start: at, end: at + 1 };
  const { status, body } = await caller.ask(path, { json: annotation });
  expect(status).toBe(201);
  return String(body.id);
}

async function marksOf(caller: Caller, articleId: string): Promise<string[]> {
  const { body } = await caller.ask(`/api/articles/${articleId}/annotations`);
  return body.annotations.map(({ id }: { id: string }) => id);
}

/** What every document of a data folder that nobody runs on holds, by room. */
function documents(folder: string): Map<string, Uint8Array> {
  const onCut = (): void => expect.unreachable("a damaged record");
  const log = new SqliteLog(join(folder, "updates.db"), { onCut, onBroken: onCut });
  const states = log.rooms("").map((room) => {
    const doc = new Y.Doc();
    for (const { update } of log.read(room, 0)) Y.applyUpdate(doc, update);
    return [room, Y.encodeStateAsUpdate(doc)] as const;
  });
  log.close();
  return new Map(states);
}

test("[U1] what a backup of a running server holds is there after restoring it, document by document", async () => {
  const [ada, ben] = [await server.guest("Ada"), await server.guest("Ben")];
  const marks = [await mark(ada, 1), await mark(ben, 5), await mark(ada, 9)];
  await backup(server.folder, file);
  const folder = join(place, "new");
  await restore(file, folder);
  expect(documents(folder)).toEqual(documents(server.folder));

  const again = await TestServer.start({ folder });
  const [article] = again.sql("SELECT id FROM article");
  ada.moveTo(again);
  expect(await marksOf(ada, String(article?.id))).toEqual(marks);
  await again.stop();
});

test("[U2] whatever was acknowledged before a backup began is in it, however much is written meanwhile", async () => {
  const ada = await server.guest("Ada");
  const before: string[] = [];
  for (let at = 0; at < 30; at++) before.push(await mark(ada, at));
  let isOver = false;
  const writing = (async () => {
    for (let at = 30; !isOver; at++) await mark(ada, at);
  })();
  await backup(server.folder, file);
  isOver = true;
  await writing;
  const folder = join(place, "new");
  await restore(file, folder);
  const copy = new DatabaseSync(join(folder, "postil.db"));
  expect(copy.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  copy.close();
  const again = await TestServer.start({ folder });
  ada.moveTo(again);
  expect(await marksOf(ada, again.sampleId)).toEqual(expect.arrayContaining(before));
  await again.stop();
});

test("[U3] a backup is readable by its owner only, and is never written over", async () => {
  await backup(server.folder, file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(backup(server.folder, file)).rejects.toThrow("Name another file");
  expect(readdirSync(place)).toEqual(["postil.tar.gz"]);
});

test("[U3] a folder without data, or a place where nobody may write, leaves nothing behind", async () => {
  await expect(backup(place, file)).rejects.toThrow("nothing to back up");
  await expect(backup(server.folder, join(place, "none", "b"))).rejects.toThrow("cannot write");
  expect(readdirSync(place)).toEqual([]);
});

test("[U4] nothing is restored into a folder that holds something", async () => {
  await backup(server.folder, file);
  const folder = mkdtempSync(join(place, "full-"));
  writeFileSync(join(folder, "notes.txt"), "mine");
  await expect(restore(file, folder)).rejects.toThrow("is not empty");
  expect(existsSync(join(folder, "postil.db"))).toBe(false);
});

test("[U4] a file that is none, is cut short or was changed is refused, and the folder stays empty", async () => {
  await backup(server.folder, file);
  const folder = join(place, "new");
  const refused = async (name: string): Promise<void> => {
    await expect(restore(join(place, name), folder)).rejects.toThrow(/no backup of Postil|no file/);
    expect(existsSync(join(folder, "postil.db"))).toBe(false);
  };
  writeFileSync(join(place, "text"), "no archive");
  execFileSync("sh", ["-c", `head -c 2000 '${file}' > '${join(place, "short")}'`]);
  const changed = mkdtempSync(join(place, "changed-"));
  execFileSync("tar", ["-xzf", file, "-C", changed]);
  writeFileSync(join(changed, "secret"), "another secret");
  execFileSync("tar", ["-czf", join(place, "other"), "-C", changed, "."]);
  for (const name of ["absent", "text", "short", "other"]) await refused(name);
  await restore(file, folder);
  expect(documents(folder)).toEqual(documents(server.folder));
});

test("[U6] whoever was erased since a backup is erased again when it is restored, by the ledger in the folder", async () => {
  const [ada, ben] = [await server.guest("Ada"), await server.guest("Ben")];
  const marks = [await mark(ada, 1), await mark(ben, 5)];
  await backup(server.folder, file);
  const gone = await ben.ask("/api/person/erasure", { json: { name: "Ben" } });
  expect(gone.status).toBe(204);
  const folder = mkdtempSync(join(place, "new-"));
  copyFileSync(join(server.folder, LEDGER), join(folder, LEDGER));
  await restore(file, folder);
  const again = await TestServer.start({ folder });
  await expect.poll(() => again.sql("SELECT id FROM user WHERE id = ?", ben.id)).toEqual([]);
  ada.moveTo(again);
  await expect.poll(() => marksOf(ada, again.sampleId)).toEqual(marks.slice(0, 1));
  await again.stop();
});

test("[U5] on the command line each answer is one sentence, and a refusal is an exit code", () => {
  const say = (data: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "../command.ts"), ...args], {
      env: { NODE_ENV: "production", POSTIL_DATA: data },
      encoding: "utf8",
    });
  expect(say(server.folder, "backup")).toMatchObject({ status: 2 });
  expect(say(server.folder, "backup", file)).toMatchObject({ status: 0, stderr: "" });
  const refused = say(server.folder, "restore", file);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/^Another Postil is running on the data folder .*\n$/);
  expect(say(join(place, "new"), "restore", file)).toMatchObject({ status: 0, stderr: "" });
});
