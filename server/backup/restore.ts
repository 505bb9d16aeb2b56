// Brings a backup back into an empty data folder.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { Refusal } from "../refusal.ts";
import { holdFolder } from "../store/data-folder.ts";
import { readManifest } from "./manifest.ts";

const run = promisify(execFile);

/** What a folder may hold that is empty otherwise: the lock of whoever has it. */
const LOCK = /^lock(-|$)/;

/**
 * Fills an empty data folder, made when absent, from a file that `backup` wrote. Rejects with
 * Refusal when the folder holds something or the file is none of ours or damaged; the folder is then
 * as it was.
 */
export async function restore(file: string, folder: string): Promise<void> {
  const source = resolve(file);
  if (!existsSync(source)) throw new Refusal(`There is no file ${source}.`);
  const held = holdFolder(folder);
  try {
    await refuseUnlessEmpty(folder);
    const stage = await mkdtemp(join(folder, "restoring-"));
    try {
      await place(await unpacked(source, stage), stage, folder);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
  } finally {
    held.release();
  }
}

async function refuseUnlessEmpty(folder: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => !LOCK.test(name));
  if (others.length === 0) return;
  throw new Refusal(
    `The folder ${folder} is not empty. Name an empty one in POSTIL_DATA, or move this one away first.`,
  );
}

/** The names of what was in the archive, all of it whole. */
async function unpacked(source: string, stage: string): Promise<readonly string[]> {
  try {
    await run("tar", ["-xzf", source, "-C", stage, "--no-same-owner"]);
    return await readManifest(stage);
  } catch (error) {
    throw new Refusal(`${source} is no backup of Postil, or it is damaged.`, { cause: error });
  }
}

/** Moves the files to their places, `postil.db` last: without it the folder is none in use. */
async function place(names: readonly string[], stage: string, folder: string): Promise<void> {
  const lastOfAll = (name: string): number => (name === "postil.db" ? 1 : 0);
  for (const name of names.toSorted((a, b) => lastOfAll(a) - lastOfAll(b))) {
    await rename(join(stage, name), join(folder, name));
  }
}
