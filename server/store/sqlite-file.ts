// How every file of the store is opened.

import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "../refusal.ts";

/** https://sqlite.org/rescode.html */
const SQLITE_BUSY = 5;
const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** Told when the disk reported an error: nothing but opening the file anew shows what it holds. */
export type OnBroken = (error: unknown) => void;

/**
 * Opens a file, creating it when absent, so that a commit is on disk when it returns, and what is
 * deleted is overwritten. Throws Refusal when the file is damaged or none of ours.
 */
export function openFile(path: string): DatabaseSync {
  const file = new DatabaseSync(path);
  try {
    file.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
    );
    return file;
  } catch (error) {
    file.close();
    if (!isDamage(error)) throw error;
    throw new Refusal(
      `The file ${basename(path)} in the data folder is damaged. Put the folder's last backup in its place, or name another folder in POSTIL_DATA.`,
    );
  }
}

/** Refuses a file that this program is too old for. */
export const madeByNewer = (name: string): Refusal =>
  new Refusal(
    `The file ${name} in the data folder was written by a newer Postil. Start that one, or restore the backup that was made before the upgrade.`,
  );

/** Whether somebody else holds the file. */
export const isBusy = (error: unknown): boolean => codeOf(error) === SQLITE_BUSY;

/** Whether the disk reported an error. */
export const isDiskError = (error: unknown): boolean => codeOf(error) === SQLITE_IOERR;

/** Whether the disk is full. */
export const isFull = (error: unknown): boolean => codeOf(error) === SQLITE_FULL;

/** Whether the file holds something that SQLite did not write. */
export const isDamage = (error: unknown): boolean =>
  [SQLITE_CORRUPT, SQLITE_NOTADB].includes(codeOf(error));

/** SQLite's result code without its finer kinds, which differ in the higher bits; 0 for other errors. */
function codeOf(error: unknown): number {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
}
