// What is acknowledged survives: the real session against a real server that is killed while ten people write.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import type { ArticleSession } from "./article-session.ts";
import { openArticleSession } from "./open-session.ts";

// each y-websocket provider waits for the end of the process
process.setMaxListeners(0);

const ROUNDS = 20;
const WRITERS = 10;

type Guest = { readonly id: string; readonly name: string; readonly cookie: string };

const data = mkdtempSync(join(tmpdir(), "postil-crash-"));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
let server: ChildProcess | null = null;

afterAll(async () => {
  await kill();
  rmSync(data, { recursive: true, force: true });
});

test(`[R9] an acknowledged annotation survives kill -9, one that was not is sent again, none comes twice (${ROUNDS} rounds)`, {
  timeout: 180_000,
}, async () => {
  await start();
  const guests = await Promise.all(Array.from({ length: WRITERS }, (_, n) => enter(`Writer ${n}`)));
  const articleId = await sampleArticle(guests[0]);
  const acknowledged = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    await playRound({ guests, articleId, acknowledged });
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * WRITERS);
});

type Round = {
  readonly guests: readonly Guest[];
  readonly articleId: string;
  readonly acknowledged: Set<string>;
};

/** Ten write, the server is killed; five die with it, five live on and send what was not acknowledged. */
async function playRound({ guests, articleId, acknowledged }: Round): Promise<void> {
  const sessions = guests.map((guest) => open(guest, articleId));
  await Promise.all(sessions.map(saved));
  const made = sessions.map((session) => write(session, acknowledged));
  await pause(50 + Math.random() * 150); // the moment of the kill is random; nothing waits for it
  const died = kill();
  const [dead, alive] = [sessions.slice(0, WRITERS / 2), sessions.slice(WRITERS / 2)];
  for (const session of dead) session.destroy();
  for (const each of made) each.stop();
  await died;
  await start();
  await Promise.all(alive.map(saved));
  const stored = await readIds(guests[0], articleId);
  expect(new Set(stored).size, "nothing twice").toBe(stored.length);
  for (const each of made.slice(WRITERS / 2)) for (const id of each.ids) acknowledged.add(id);
  const present = new Set(stored);
  expect(
    [...acknowledged].filter((id) => !present.has(id)),
    "nothing lost",
  ).toEqual([]);
  for (const session of alive) session.destroy();
}

/** Marks as fast as the server answers; an id counts as acknowledged once the session says "saved". */
function write(session: ArticleSession, acknowledged: Set<string>) {
  const ids: string[] = [];
  const mark = (): void => {
    const start = Math.floor(Math.random() * 2000);
    const id = session.mark({ start, end: start + 20 }, { kind: "claim", label: null });
    if (id) ids.push(id);
  };
  const stop = session.saving.subscribe(() => {
    if (session.saving.get().state !== "saved") return;
    for (const id of ids) acknowledged.add(id);
    setImmediate(mark);
  });
  mark();
  return { ids, stop };
}

function open(guest: Guest, articleId: string): ArticleSession {
  class GuestSocket extends WebSocket {
    constructor(url: string | URL) {
      // Node's own WebSocket takes headers beside protocols; the browser's type does not know
      super(url, { headers: { cookie: guest.cookie } } as unknown as string[]);
    }
  }
  return openArticleSession({
    articleId,
    me: { id: guest.id, name: guest.name, colour: 0 },
    role: "annotator",
    source: { url: `${origin.replace("http", "ws")}/sync`, WebSocket: GuestSocket },
  });
}

/** Resolves when the session has text and everything it wrote is acknowledged. */
function saved(session: ArticleSession): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (session.saving.get().state !== "saved" || !session.loaded.get()) return;
      for (const stop of stops) stop();
      resolve();
    };
    const stops = [session.saving.subscribe(check), session.loaded.subscribe(check)];
    check();
  });
}

async function enter(name: string): Promise<Guest> {
  const answer = await fetch(`${origin}/api/guests`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name }),
  });
  const { user } = (await answer.json()) as { user: { id: string; name: string } };
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { ...user, cookie };
}

async function get<T>(guest: Guest | undefined, path: string): Promise<T> {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie: guest?.cookie ?? "" } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

async function sampleArticle(guest: Guest | undefined): Promise<string> {
  const { articles } = await get<{ articles: { id: string }[] }>(guest, "/api/articles");
  return articles[0]?.id ?? "";
}

async function readIds(guest: Guest | undefined, articleId: string): Promise<string[]> {
  const path = `/api/articles/${articleId}/annotations?format=json`;
  const { annotations } = await get<{ annotations: { id: string }[] }>(guest, path);
  return annotations.map(({ id }) => id);
}

async function start(): Promise<void> {
  const child = spawn(process.execPath, ["server/main.ts", "--no-pages"], {
    env: { ...process.env, PORT: String(port), POSTIL_DATA: data, LOG_LEVEL: "fatal" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  server = child;
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk;
      if (said.includes("Postil is ready at")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

async function kill(): Promise<void> {
  if (!server || server.exitCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGKILL");
  await gone;
  server = null;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}
