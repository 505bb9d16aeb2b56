// Brings a backup back into an empty data folder.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { LEDGER, readLedger, TO_ERASE, writeLedger } from "../erasure/ledger.ts";
import { Refusal } from "../refusal.ts";
import { holdFolder } from "../store/data-folder.ts";
import { type Manifest, readManifest } from "./manifest.ts";

const run = promisify(execFile);

/** What a folder may hold that is empty otherwise: the lock of whoever has it. */
const LOCK = /^lock(-|$)/;

/** What it may hold besides: whom to erase again. */
const isLeft = (name: string): boolean => LOCK.test(name) || name === LEDGER;

/**
 * Fills an empty data folder, made when absent, from a file that `backup` wrote. Whoever was erased since,
 * by the ledger that lies in the folder, is erased again at the next start. Rejects with Refusal when the
 * folder holds something or the file is none of ours or damaged; the folder is then as it was.
 */
export async function restore(file: string, folder: string): Promise<void> {
  const source = resolve(file);
  if (!existsSync(source)) throw new Refusal(`There is no file ${source}.`);
  const held = holdFolder(folder);
  try {
    await refuseUnlessEmpty(folder);
    const stage = await mkdtemp(join(folder, "restoring-"));
    try {
      const { names, at } = await unpacked(source, stage);
      await joinLedgers({ stage, folder, at });
      await place(
        names.filter((name) => name !== LEDGER),
        stage,
        folder,
      );
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
  } finally {
    held.release();
  }
}

async function refuseUnlessEmpty(folder: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => !isLeft(name));
  if (others.length === 0) return;
  throw new Refusal(
    `The folder ${folder} is not empty. Name an empty one in POSTIL_DATA, or move this one away first.`,
  );
}

/** What was in the archive, all of it whole. */
async function unpacked(source: string, stage: string): Promise<Manifest> {
  try {
    await run("tar", ["-xzf", source, "-C", stage, "--no-same-owner"]);
    return await readManifest(stage);
  } catch (error) {
    throw new Refusal(`${source} is no backup of Postil, or it is damaged.`, { cause: error });
  }
}

/** Keeps the lines of both ledgers, and has those who were erased since the backup erased again. */
async function joinLedgers({ stage, folder, at }: Ledgers): Promise<void> {
  const kept = readLedger(join(folder, LEDGER));
  const known = new Set(kept.map((entry) => JSON.stringify(entry)));
  const others = readLedger(join(stage, LEDGER)).filter(
    (entry) => !known.has(JSON.stringify(entry)),
  );
  const all = [...others, ...kept];
  if (all.length === 0) return;
  await writeLedger(
    join(folder, TO_ERASE),
    all.filter((entry) => entry.at >= at),
  );
  await writeLedger(join(folder, LEDGER), all);
}

/** Where a backup was unpacked, where it goes, and when it began (milliseconds since 1970). */
type Ledgers = { readonly stage: string; readonly folder: string; readonly at: number };

/** Moves the files to their places, `postil.db` last: without it the folder is none in use. */
async function place(names: readonly string[], stage: string, folder: string): Promise<void> {
  const lastOfAll = (name: string): number => (name === "postil.db" ? 1 : 0);
  for (const name of names.toSorted((a, b) => lastOfAll(a) - lastOfAll(b))) {
    await rename(join(stage, name), join(folder, name));
  }
}
