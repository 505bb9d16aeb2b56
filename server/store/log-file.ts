// The file of the update log: its tables, and the version of them. A new version only adds, as a step
// of migrations.ts does.

import { basename } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { madeByNewer, openFile } from "./sqlite-file.ts";

/** Raised with every change of the tables, or of what their bytes mean. */
const VERSION = 1;

const TABLES = `
  CREATE TABLE IF NOT EXISTS room (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  );
  CREATE TABLE IF NOT EXISTS record (
    room INTEGER NOT NULL REFERENCES room (number),
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, seq)
  );
  CREATE TABLE IF NOT EXISTS snapshot (
    room INTEGER PRIMARY KEY REFERENCES room (number),
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE TABLE IF NOT EXISTS client (
    article TEXT NOT NULL,
    client INTEGER NOT NULL,
    user TEXT NOT NULL,
    PRIMARY KEY (article, client)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS set_aside (
    room TEXT NOT NULL,
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
  );
`;

/** Writes what is there already: tells whether the file can be written. */
export const TOUCH = `PRAGMA user_version = ${VERSION}`;

/** Opens the file, with all its tables. Throws Refusal when it is damaged, or written by a newer program. */
export function openLogFile(path: string): DatabaseSync {
  const file = openFile(path);
  const version = Number(file.prepare("PRAGMA user_version").get()?.user_version);
  if (version > VERSION) {
    file.close();
    throw madeByNewer(basename(path));
  }
  if (version < VERSION) {
    file.exec(`BEGIN IMMEDIATE; ${TABLES} ${TOUCH}; COMMIT`);
  }
  return file;
}
