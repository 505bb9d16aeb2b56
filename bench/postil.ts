// Postil as the benches need it: the server, and people who come in over HTTP.

import { createServer } from "node:net";
import { z } from "zod";
import type { JobClient } from "./load/job.ts";
import { type RunningServer, runServer } from "./run-server.ts";

const entranceSchema = z.object({ user: z.object({ id: z.string() }) });
const createdSchema = z.object({ id: z.string() });

/** A person with a session. */
export type Guest = { readonly userId: string; readonly cookie: string };

/** Returns what starts Postil without pages on `folder` (its data), each time on the same free port. */
export async function restartable(
  folder: string,
  onLine?: (line: string) => void,
): Promise<() => Promise<RunningServer>> {
  const environment = await environmentFor(folder);
  const command = [...SERVER, "--no-pages"];
  return () => runServer({ command, environment, ...(onLine && { onLine }) });
}

/** Starts Postil with its pages, which must be built, on `folder` (its data). */
export async function startWithPages(folder: string): Promise<RunningServer> {
  return runServer({ command: SERVER, environment: await environmentFor(folder) });
}

/** As `npm start` runs it. */
const SERVER = ["--max-semi-space-size=8", "server/main.ts"];
const COMPILED = { NODE_COMPILE_CACHE: "node_modules/.cache/compiled" };

/** The generator is faster than people, and has one address. */
const LIFTED = {
  POSTIL_LIMIT_MESSAGES: "1000000",
  POSTIL_LIMIT_ARTICLE: "10000",
  POSTIL_LIMIT_ADDRESS: "100000",
};

async function environmentFor(folder: string): Promise<Record<string, string>> {
  const own = { POSTIL_DATA: folder, PORT: String(await freePort()), LOG_LEVEL: "warn" };
  return { ...own, ...COMPILED, ...LIFTED };
}

/** Lets `count` new guests in, one after the other. */
export async function enterAsGuests(origin: string, count: number): Promise<Guest[]> {
  const guests: Guest[] = [];
  while (guests.length < count) guests.push(await enterAsGuest(origin));
  return guests;
}

/** Lets a new guest in. */
export async function enterAsGuest(origin: string): Promise<Guest> {
  return enter(`${origin}/api/guests`, {});
}

/** Takes the place of the owner, once after each start. */
export async function enterAsOwner({ url, lastWords }: RunningServer): Promise<Guest> {
  const token = /\/owner#(\S+)/.exec(lastWords())?.[1];
  return enter(`${url}/api/owner`, { token, name: "Olive Owner" });
}

async function enter(door: string, body: unknown): Promise<Guest> {
  const { answer, cookies } = await call(door, { body });
  return {
    userId: entranceSchema.parse(answer).user.id,
    cookie: cookies.map((cookie) => cookie.split(";", 1)[0]).join("; "),
  };
}

/** What a guest's requests and sockets carry. */
export function sessionHeaders({ cookie }: Guest, origin: string): Record<string, string> {
  return { cookie, origin };
}

/** The guest as a client of the server at `origin`, at the socket with the address `url`. */
export function clientOf(guest: Guest, origin: string, url: string): JobClient {
  return { userId: guest.userId, headers: sessionHeaders(guest, origin), url };
}

const SENTENCE = { title: "Kept", text: "What was answered is on disk." };

/** Lets the first of `guests` add an article, of one sentence unless told otherwise; returns its id. */
export async function addArticle(
  origin: string,
  [guest]: readonly Guest[],
  article: { readonly title: string; readonly text: string } = SENTENCE,
): Promise<string> {
  const { answer } = await call(`${origin}/api/articles`, {
    headers: guest ? sessionHeaders(guest, origin) : {},
    body: { title: article.title, text: article.text },
  });
  return createdSchema.parse(answer).id;
}

/** Adds `count` articles of one sentence, `each` by one guest; returns their ids. */
export async function addArticles(
  origin: string,
  guests: readonly Guest[],
  { count, each }: { readonly count: number; readonly each: number },
): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    ids.push(await addArticle(origin, guests.slice(Math.floor(ids.length / each))));
  }
  return ids;
}

type Request = {
  readonly headers?: Record<string, string>;
  /** Sent as JSON with POST; without it the request is a GET. */
  readonly body?: unknown;
};

/** Throws with the server's words when it refuses. */
async function call(
  url: string,
  { headers = {}, body }: Request,
): Promise<{ answer: unknown; cookies: string[] }> {
  const response = await fetch(url, {
    headers: { ...headers, "content-type": "application/json" },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return { answer: await response.json(), cookies: response.headers.getSetCookie() };
}

/** A port that was free a moment ago: PORT cannot ask for any free one. */
async function freePort(): Promise<number> {
  const probe = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  probe.once("error", reject);
  probe.listen(0, "127.0.0.1", () => {
    const address = probe.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    probe.close(() => resolve(port));
  });
  return promise;
}
