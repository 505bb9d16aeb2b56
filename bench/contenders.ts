// The servers that are measured beside each other, each ready to take a room full of clients.

import { join } from "node:path";
import { newId } from "../domain/id.ts";
import { articlePath } from "../domain/wire.ts";
import type { DialectName } from "./load/dialect.ts";
import type { JobClient } from "./load/job.ts";
import { clientOf, enterAsGuests, restartable, sampleArticle } from "./postil.ts";
import { type RunningServer, runServer } from "./run-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export type Contender = {
  readonly name: string;
  readonly dialect: DialectName;
  /** Starts the server, empty, for this many clients. */
  open(clients: number): Promise<Room>;
};

/** Where the clients of one room connect: the address of the socket, and each client. */
export type Room = {
  readonly server: RunningServer;
  readonly url: string;
  readonly clients: JobClient[];
};

export const CONTENDERS = [
  { name: "Postil", dialect: "postil", open: openPostil },
  { name: "limit", dialect: "relay", open: peer(() => ["bench/servers/relay.ts"]) },
  {
    name: "limit per turn",
    dialect: "relay",
    open: peer(() => ["bench/servers/relay.ts", "--per-turn"]),
  },
  { name: "hocuspocus", dialect: "hocuspocus", open: peer(() => ["bench/servers/hocuspocus.ts"]) },
  {
    name: "hocuspocus+sqlite",
    dialect: "hocuspocus",
    open: peer(() => ["bench/servers/hocuspocus.ts", join(temporaryFolder(), "documents.db")]),
  },
] as const satisfies Contender[];

export type ContenderName = (typeof CONTENDERS)[number]["name"];

async function openPostil(clients: number): Promise<Room> {
  const start = await restartable(temporaryFolder());
  const server = await start();
  const guests = await enterAsGuests(server.url, clients);
  const article = await sampleArticle(server.url, guests);
  return {
    server,
    url: socketUrl(server.url, articlePath(article)),
    clients: guests.map((guest) => clientOf(guest, server.url)),
  };
}

function peer(command: () => string[]): Contender["open"] {
  return async (clients) => {
    const server = await runServer({ command: command() });
    return {
      server,
      url: socketUrl(server.url, "/"),
      clients: Array.from({ length: clients }, () => ({ headers: {}, userId: newId() })),
    };
  };
}

export function socketUrl(origin: string, path: string): string {
  return origin.replace(/^http/, "ws") + path;
}
