// The folder of POSTIL_DATA: made when absent, and held by one process at a time.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "../refusal.ts";
import { isBusy } from "./sqlite-file.ts";

export type DataFolder = {
  /** The path of a file in the folder. */
  path(name: string): string;
  /** Lets another process have the folder. */
  release(): void;
};

/**
 * Takes a folder for this process. The hold is a lock that the operating system drops when the
 * process ends, however it ends. Throws Refusal when the folder cannot be used or is taken.
 */
export function holdFolder(folder: string): DataFolder {
  make(folder);
  const lock = take(folder);
  return { path: (name) => join(folder, name), release: () => lock.close() };
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new Refusal(unusable(folder));
  }
}

function take(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, "lock"), { open: false });
  try {
    lock.open();
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");
    return lock;
  } catch (error) {
    if (lock.isOpen) lock.close();
    throw new Refusal(isBusy(error) ? taken(folder) : unusable(folder));
  }
}

const taken = (folder: string): string =>
  `Another Postil is running on the data folder ${folder}. Stop it first, or give this one a folder of its own in POSTIL_DATA.`;

const unusable = (folder: string): string =>
  `Postil cannot write to its data folder ${folder}. Name a folder that it may write to in POSTIL_DATA.`;
