// The servers that are measured beside each other, each ready to take a room full of clients.

import { join } from "node:path";
import { articlePath } from "../domain/wire.ts";
import type { DialectName } from "./load/dialect.ts";
import { enterAsGuests, restartable, sampleArticle, sessionHeaders } from "./postil.ts";
import { type RunningServer, runServer } from "./run-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export type Contender = {
  readonly name: string;
  readonly dialect: DialectName;
  /** Starts the server, empty, for this many clients. */
  open(clients: number): Promise<Room>;
};

/** Where the clients of one room connect: the address of the socket, and the headers of each client. */
export type Room = {
  readonly server: RunningServer;
  readonly url: string;
  readonly headers: Record<string, string>[];
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
    headers: guests.map((guest) => sessionHeaders(guest, server.url)),
  };
}

function peer(command: () => string[]): Contender["open"] {
  return async (clients) => {
    const server = await runServer({ command: command() });
    const headers = Array.from({ length: clients }, () => ({}));
    return { server, url: socketUrl(server.url, "/"), headers };
  };
}

export function socketUrl(origin: string, path: string): string {
  return origin.replace(/^http/, "ws") + path;
}
