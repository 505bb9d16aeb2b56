// One word is planted wherever people, programs and the network can put one, and everything is made to
// fail: it must never stand in the log or in the figures.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { addAnnotation } from "#domain/annotation/layer.ts";
import { articlePath, layerPath } from "#domain/wire.ts";
import { ServerProcess } from "./server-process.test-kit.ts";
import { recordSum } from "./store/read-records.ts";
import { encodePresence } from "./sync/sync-message.ts";
import { TestClient } from "./sync/test-client.ts";
import { until } from "./sync/test-server.ts";
import { Caller } from "./test-server.ts";

const WORD = "zwieback";
const EMAIL = `${WORD}@example.org`;
const PASSWORD = `${WORD} ${WORD}`;
const JSON_TYPE = { "content-type": "application/json" };

/** What every request carries, whoever asks. */
const HEADERS = {
  "user-agent": `${WORD} browser`,
  referer: `https://${WORD}.example/`,
  "x-forwarded-for": "203.0.113.77",
};

let folder: string;
let server: ServerProcess;
let url: string;
/** What stood in logs before the last start. */
let logs: string;

async function start(): Promise<void> {
  server = new ServerProcess({
    POSTIL_DATA: folder,
    POSTIL_SECRET: WORD.repeat(5),
    POSTIL_SIGN_UP: "open",
    // no letter arrives: nobody listens there
    POSTIL_SMTP_URL: `smtp://${WORD}:${WORD}@[::1]:9`,
    POSTIL_MAIL_FROM: EMAIL,
    LOG_LEVEL: "trace",
  });
  url = await server.ready();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "postil-secrets-"));
  logs = "";
  await start();
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true });
});

class Person extends Caller {
  override ask: Caller["ask"] = (path, asking = {}) =>
    super.ask(path, { ...asking, headers: { ...HEADERS, ...asking.headers } });
}

type Place = { readonly owner: Person; readonly userId: string; readonly articleId: string };

/** The owner with the word for a name, and an article full of it. */
async function settle(): Promise<Place> {
  const owner = new Person(() => url);
  const token = /\/owner#(\S+)/.exec(server.out)?.[1];
  const { body } = await owner.ask("/api/owner", { json: { token, name: WORD } });
  const text = `The ${WORD} is in the text.\n\nAnd here is more ${WORD}.`;
  const about = { title: WORD, byline: WORD, source: `https://${WORD}.example` };
  const added = await owner.ask("/api/articles", { json: { ...about, text } });
  expect(added.status).toBe(201);
  const account = { email: EMAIL, password: PASSWORD };
  expect((await owner.ask("/api/accounts", { json: account })).status).toBe(201);
  return { owner, userId: body.user.id, articleId: added.body.id };
}

type Request = { readonly method: string; readonly path: string };

/** Every route: as it is meant, as far as ids are known, and with the word in their place. */
async function* routes({ owner, articleId }: Place): AsyncGenerator<Request> {
  const { body: api } = await owner.ask("/api/openapi.json");
  for (const [path, methods] of Object.entries<object>(api.paths)) {
    const paths = new Set([path.replace("{articleId}", articleId), path]);
    for (const each of paths) {
      const filled = each.replaceAll(/\{\w+\}/g, WORD);
      for (const method of Object.keys(methods))
        yield { method: method.toUpperCase(), path: filled };
    }
  }
}

/** Asks every route in every way, but for the end of sessions: one is needed until the end. */
async function askEverything(place: Place): Promise<void> {
  for await (const { method, path } of routes(place)) {
    if (method === "DELETE" && path.startsWith("/api/session")) continue;
    const bodies = method === "GET" ? [{}] : BODIES;
    for (const body of bodies) await place.owner.ask(`${path}?token=${WORD}`, { method, ...body });
  }
}

const BODIES = [
  { json: { name: WORD } },
  { json: { note: WORD, text: WORD, [WORD]: [WORD] } },
  { json: { email: EMAIL, password: PASSWORD } },
  { json: { email: EMAIL } },
  { json: { token: WORD, password: PASSWORD } },
  { json: { code: WORD } },
  { text: `{"${WORD}`, headers: JSON_TYPE },
];

/** Those whom nobody lets in. */
async function intrude({ articleId }: Place): Promise<void> {
  const forged = [
    { cookie: `postil.session_token=${WORD}.${WORD}` },
    { authorization: `Bearer ${WORD}` },
    { origin: `https://${WORD}.example` },
  ];
  for (const headers of forged) {
    await new Person(() => url).ask(`/api/articles/${articleId}`, { headers });
    await new Person(() => url).ask("/api/owner", { json: { token: WORD }, headers });
    const guess = { email: EMAIL, password: `${PASSWORD}?` };
    await new Person(() => url).ask("/api/sign-in", { json: guess, headers });
    await knock(articlePath(articleId), headers);
  }
}

/** Opens a socket, says these messages, and waits for its end. */
async function knock(
  path: string,
  headers: Readonly<Record<string, string>>,
  messages: readonly (Uint8Array | string)[] = [],
): Promise<void> {
  const socket = new WebSocket(`${url.replace("http", "ws")}${path}?token=${WORD}`, {
    headers: { ...HEADERS, ...headers },
  });
  socket.on("error", () => {});
  socket.on("open", () => {
    for (const message of messages) socket.send(message);
    socket.close();
  });
  await new Promise((resolve) => socket.once("close", resolve));
}

async function speak({ owner, userId, articleId }: Place): Promise<void> {
  const headers = { cookie: owner.cookie };
  const client = new TestClient({ url: url.replace("http", "ws") }, articleId, userId, headers);
  await client.connect();
  await until(() => client.isReady, "the article");
  const letter = { client: 1, clock: 0 };
  const anchor = { start: letter, end: letter, quote: WORD, prefix: WORD, suffix: WORD };
  addAnnotation(client.layer(), {
    ...{ id: newAnnotationId(), anchor, kind: "claim", label: WORD, note: WORD, createdAt: 0 },
  });
  await until(() => client.isSaved, "the note is stored");
  client.cut();

  const bytes = new TextEncoder().encode(WORD);
  const odd = (json: string) => encodePresence([{ client: 7, clock: 1, json }]);
  for (const message of [
    odd(`{"${WORD}":"${WORD}"}`),
    odd(`{"${WORD}`),
    WORD,
    bytes,
    Uint8Array.from([0, 2, bytes.length, ...bytes]),
    Uint8Array.from([100, 1, 1, bytes.length, ...bytes]),
    Uint8Array.from([101, 1, bytes.length, ...bytes]),
  ]) {
    await knock(articlePath(articleId), headers, [message]);
  }
  await knock(`/sync/${WORD}`, headers);
  await knock(`/${WORD}`, headers);
  await knock(layerPath(articleId, WORD), headers, [bytes]);
}

/** Changes a file of the store past the server. */
function change(name: string, work: (file: DatabaseSync) => void): void {
  const file = new DatabaseSync(join(folder, name));
  work(file);
  file.close();
}

/** Has the tables that hold people's words go missing, one after the other, while everything is asked. */
async function loseTables(place: Place): Promise<void> {
  for (const table of ["account", "article"]) {
    change("postil.db", (file) => file.exec(`ALTER TABLE ${table} RENAME TO lost`));
    await askEverything(place);
    await knock(articlePath(place.articleId), { cookie: place.owner.cookie });
    change("postil.db", (file) => file.exec(`ALTER TABLE lost RENAME TO ${table}`));
  }
}

/** Has a layer hold nothing but the word, with a checksum as it should be. */
async function breakLayer({ owner, userId, articleId }: Place): Promise<void> {
  await server.kill();
  logs += server.errors;
  const room = `${articleId}/layer/${userId}`;
  const bytes = new TextEncoder().encode(WORD);
  change("updates.db", (file) => {
    const seq = Number(file.prepare("SELECT max(seq) AS seq FROM record").get()?.seq) || 1;
    const { number } = file.prepare("SELECT number FROM room WHERE name = ?").get(room) ?? {};
    file.prepare("DELETE FROM record WHERE room = ?").run(Number(number));
    file.prepare("DELETE FROM snapshot WHERE room = ?").run(Number(number));
    const insert = file.prepare(
      "INSERT INTO record (room, seq, checksum, bytes) VALUES (?, ?, ?, ?)",
    );
    for (let each = 1; each <= seq; each++) {
      insert.run(Number(number), each, recordSum(room, each, bytes), bytes);
    }
  });
  await start();
  await owner.ask(`/api/articles/${articleId}/annotations`);
}

/** The disk fails in the middle of a request; false where that cannot be brought about. */
async function breakDisk({ owner }: Place): Promise<boolean> {
  const limit = spawnSync("prlimit", ["--pid", String(server.pid), "--fsize=1"]);
  if (limit.status !== 0) return false;
  await owner.ask("/api/guests", { json: { name: `${WORD} again` } }).catch(() => null);
  expect(await server.ended).toBe(1);
  return true;
}

test("[H26] whatever goes wrong, no word, name, token or address of anybody stands in log or figures", {
  timeout: 120_000,
}, async () => {
  const place = await settle();
  await askEverything(place);
  await intrude(place);
  await speak(place);
  await loseTables(place);
  await breakLayer(place);
  const figures = await (await fetch(`${url}/metrics`)).text();
  const hasDied = await breakDisk(place);

  const told = logs + server.errors;
  expect(told).toMatch(/a request failed/);
  expect(told).toMatch(/document set aside/);
  if (hasDied) expect(told).toMatch(/the server ends after an error/);
  expect(figures).toMatch(/postil_updates_total/);
  const [cookie = ""] = place.owner.cookie.split(".").slice(-1);
  const token = /\/owner#(\S+)/.exec(server.out)?.[1] ?? "";
  for (const secret of [WORD, "203.0.113", "127.0.0.1", cookie, token]) {
    expect(secret.length).toBeGreaterThan(5);
    const lines = `${told}\n${figures}`.split("\n").filter((line) => line.includes(secret));
    expect(lines).toEqual([]);
  }
});
