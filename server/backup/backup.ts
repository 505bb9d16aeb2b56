// Copies a data folder into one file, also while Postil is running on it.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, open, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { backup as copyDatabase, DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { LEDGER } from "../erasure/ledger.ts";
import { Refusal } from "../refusal.ts";
import { writeManifest } from "./manifest.ts";

/** The order counts: what is named in the first is in the second already. */
const DATABASES = ["postil.db", "updates.db"] as const;
const SECRET = "secret";

const run = promisify(execFile);

/**
 * Writes everything in a data folder to `file`, a tar archive packed with gzip that only its owner
 * may read: what was acknowledged before the call is in it. Rejects with Refusal when there is no
 * data, the file exists, or the copy is damaged; then nothing is left behind.
 */
export async function backup(folder: string, file: string): Promise<void> {
  const target = resolve(file);
  if (!DATABASES.every((name) => existsSync(join(folder, name)))) throw new Refusal(noData(folder));
  if (existsSync(target)) throw new Refusal(`${target} is there already. Name another file.`);
  const stage = await makeStage(target);
  const at = new Date();
  try {
    await copyDatabases(folder, stage);
    const names: string[] = [...DATABASES];
    for (const name of [SECRET, LEDGER].filter((each) => existsSync(join(folder, each)))) {
      await copyFile(join(folder, name), join(stage, name));
      names.push(name);
    }
    await writeManifest(stage, names, at);
    await pack(stage, target);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** A folder beside the file, so that the file can be renamed into its place. */
async function makeStage(target: string): Promise<string> {
  try {
    return await mkdtemp(`${target}.`);
  } catch {
    throw new Refusal(
      `Postil cannot write to ${target}. Name a file in a folder that it may write to.`,
    );
  }
}

/** Both as they are at one moment: a connection that began to read sees nothing newer. */
async function copyDatabases(folder: string, stage: string): Promise<void> {
  const sources = DATABASES.map((name) => ({
    name,
    database: new DatabaseSync(join(folder, name), { readOnly: true }),
  }));
  try {
    for (const { database } of sources) database.exec("BEGIN; SELECT count(*) FROM sqlite_schema");
    for (const { name, database } of sources) {
      await copyDatabase(database, join(stage, name));
      proveWhole(join(stage, name));
    }
  } finally {
    for (const { database } of sources) database.close();
  }
}

function proveWhole(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    // one file instead of three
    copy.exec("PRAGMA journal_mode = DELETE");
    const answer = copy.prepare("PRAGMA integrity_check").get();
    if (answer?.integrity_check !== "ok") throw new Refusal(damaged(path));
  } finally {
    copy.close();
  }
}

async function pack(stage: string, target: string): Promise<void> {
  const packed = join(stage, "packed");
  const partial = await open(packed, "wx", 0o600);
  try {
    await run("tar", ["-czf", packed, "-C", stage, "--exclude=./packed", "."]);
    await partial.sync();
  } finally {
    await partial.close();
  }
  await rename(packed, target);
}

const noData = (folder: string): string =>
  `There is nothing to back up in ${folder}. Name the folder of your Postil in POSTIL_DATA.`;

const damaged = (path: string): string =>
  `The data is damaged: ${path} does not pass SQLite's integrity check. Keep your earlier backups.`;
