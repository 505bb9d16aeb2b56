// The servers that are measured beside each other, each ready to take rooms full of clients.

import { join } from "node:path";
import { newId } from "../domain/id.ts";
import { articlePath } from "../domain/wire.ts";
import type { DialectName } from "./load/dialect.ts";
import type { JobClient } from "./load/job.ts";
import { addArticles, clientOf, enterAsGuests, restartable } from "./postil.ts";
import { type RunningServer, runServer } from "./run-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** How many rooms there are, and how many clients are in each. */
export type Size = { readonly rooms: number; readonly clients: number };

export type Contender = {
  readonly name: string;
  readonly dialect: DialectName;
  /** Makes the rooms ready, and returns what starts the server, with all that it kept. */
  prepare(size: Size): Promise<() => Promise<Venue>>;
};

/** A running server, and all clients, room by room. */
export type Venue = { readonly server: RunningServer; readonly clients: JobClient[] };

/** How many articles each guest adds: Postil lets nobody add more than thirty at once. */
const ARTICLES_EACH = 25;

export const CONTENDERS = [
  { name: "Postil", dialect: "postil", prepare: preparePostil },
  { name: "limit", dialect: "relay", prepare: peer(() => ["relay"]) },
  { name: "limit per turn", dialect: "relay", prepare: peer(() => ["relay", "--hold", "0"]) },
  { name: "limit window", dialect: "relay", prepare: peer(() => ["relay", "--hold", "5"]) },
  { name: "official", dialect: "official", prepare: peer(() => ["official"]) },
  {
    name: "official+leveldb",
    dialect: "official",
    prepare: peer(
      () => ["official"],
      () => ({ YPERSISTENCE: temporaryFolder() }),
    ),
  },
  { name: "hocuspocus", dialect: "hocuspocus", prepare: peer(() => ["hocuspocus"]) },
  {
    name: "hocuspocus+sqlite",
    dialect: "hocuspocus",
    prepare: peer(() => ["hocuspocus", join(temporaryFolder(), "documents.db")]),
  },
] as const satisfies Contender[];

export type ContenderName = (typeof CONTENDERS)[number]["name"];

/** The server that is measured is started anew when all guests are in and all articles are there. */
async function preparePostil({ rooms, clients }: Size): Promise<() => Promise<Venue>> {
  const start = await restartable(temporaryFolder());
  const server = await start();
  const people = Math.max(clients, Math.ceil(rooms / ARTICLES_EACH));
  const guests = await enterAsGuests(server.url, people);
  const articles = await addArticles(server.url, guests, { count: rooms, each: ARTICLES_EACH });
  await server.kill();
  return async () => {
    const server = await start();
    const clientsOf = (article: string): JobClient[] => {
      const url = socketUrl(server.url, articlePath(article));
      return guests.slice(0, clients).map((guest) => clientOf(guest, server.url, url));
    };
    return { server, clients: articles.flatMap(clientsOf) };
  };
}

/** A script of servers/, with its arguments, and environment variables; both are made for each venue. */
export function peer(
  command: () => readonly [script: string, ...rest: string[]],
  variables: () => Readonly<Record<string, string>> = () => ({}),
): Contender["prepare"] {
  return async ({ rooms, clients }) => {
    const [script, ...rest] = command();
    const environment = variables();
    const people = Array.from({ length: clients }, () => ({ headers: {}, userId: newId() }));
    return async () => {
      const server = await runServer({
        command: [`bench/servers/${script}.ts`, ...rest],
        environment,
      });
      const inRoom = (_: unknown, room: number): JobClient[] =>
        people.map((person) => ({ ...person, url: socketUrl(server.url, `/room-${room}`) }));
      return { server, clients: Array.from({ length: rooms }, inRoom).flat() };
    };
  };
}

export function socketUrl(origin: string, path: string): string {
  return origin.replace(/^http/, "ws") + path;
}
