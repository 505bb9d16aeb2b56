// Hocuspocus as it comes. With a file name it keeps documents in SQLite, with the schema and the
// timing of its own SQLite extension; without one it keeps them in memory.

import { DatabaseSync } from "node:sqlite";
import { type Configuration, Server } from "@hocuspocus/server";
import * as Y from "yjs";
import { announce } from "./announce.ts";

const [file] = process.argv.slice(2);
const { httpServer } = new Server({
  quiet: true,
  stopOnSignals: false,
  ...(file === undefined ? {} : storage(new DatabaseSync(file))),
});
announce(httpServer);

function storage(database: DatabaseSync): Partial<Configuration> {
  database.exec(
    'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
  );
  const read = database.prepare('SELECT data FROM "documents" WHERE name = ?');
  const write = database.prepare(
    'INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
  );
  return {
    onLoadDocument: async ({ documentName, document }) => {
      const data = read.get(documentName)?.data;
      if (data instanceof Uint8Array) Y.applyUpdate(document, data);
    },
    onStoreDocument: async ({ documentName, document }) => {
      write.run(documentName, Y.encodeStateAsUpdate(document));
    },
  };
}
