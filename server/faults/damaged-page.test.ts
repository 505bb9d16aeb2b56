// Every page of the update log is damaged in turn, as a disk does that forgets: the server refuses to start, or
// serves what can be read and sets the rest aside.

import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { addAnnotation } from "#domain/annotation/layer.ts";
import { readConfig } from "../config.ts";
import { Refusal } from "../refusal.ts";
import { type RunningServer, startServer } from "../start-server.ts";
import { TestClient } from "../sync/test-client.ts";
import { until } from "../sync/test-server.ts";
import { type Seat, seatAt } from "./seat.ts";

const PAGE = 4096;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-page-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const LOG = "updates.db";
const path = (name: string): string => join(folder, name);

const start = (): Promise<RunningServer> =>
  startServer({
    config: readConfig({ PORT: "0", POSTIL_DATA: folder, POSTIL_LIMIT_MESSAGES: "10000" }),
    report: pino({ level: "silent" }),
  });

async function comeIn(url: string, { articleId, id, headers }: Seat): Promise<TestClient> {
  const client = new TestClient({ url: url.replace("http", "ws") }, articleId, id, headers);
  await client.connect();
  await until(
    () => client.isReady || client.closeCode !== null,
    "the article, or why there is none",
  );
  return client;
}

/** So much that it fills pages of its own. */
async function write(client: TestClient): Promise<void> {
  const letter = { client: 1, clock: 0 };
  const anchor = { start: letter, end: letter, quote: "q", prefix: "", suffix: "" };
  for (let count = 0; count < 40; count++) {
    const id = newAnnotationId();
    const note = `${count} `.repeat(100);
    addAnnotation(client.layer(), {
      ...{ id, anchor, kind: "claim", label: null, note, createdAt: 0 },
    });
  }
  await until(() => client.isSaved, "all is stored");
  client.cut();
}

/** A folder with a log of many pages, closed in order. */
async function fill(): Promise<readonly Seat[]> {
  const server = await start();
  const seats = [await seatAt(server.url, "Ada"), await seatAt(server.url, "Ben")];
  for (const seat of seats) await write(await comeIn(server.url, seat));
  await server.stop();
  copyFileSync(path(LOG), path("whole"));
  return seats;
}

function damage(page: number): void {
  const bytes = readFileSync(path("whole"));
  bytes.fill(0, page * PAGE, (page + 1) * PAGE);
  for (const end of ["-wal", "-shm"]) rmSync(path(LOG) + end, { force: true });
  writeFileSync(path(LOG), bytes);
}

/** What of a server on the damaged file is as it must not be. */
async function look(server: RunningServer, seats: readonly Seat[]): Promise<"whole" | "aside"> {
  const [first] = seats;
  const figures = await (await fetch(`${server.url}/metrics`)).text();
  expect(figures).toContain("postil_articles_open");
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const listed = `${server.url}/api/articles/${first?.articleId}/annotations`;
  const { status } = await fetch(listed, { headers: first?.headers ?? {} });
  expect([200, 503]).toContain(status);
  for (const seat of seats) (await comeIn(server.url, seat)).cut();
  const after = await (await fetch(`${server.url}/metrics`)).text();
  return /postil_documents_set_aside 0/.test(after) ? "whole" : "aside";
}

test("[F7] wherever a page of the log is damaged, the server says so or runs on, and serves what can be read", {
  timeout: 120_000,
}, async () => {
  const seats = await fill();
  const pages = readFileSync(path("whole")).length / PAGE;
  const ends = new Set<string>();
  for (let page = 0; page < pages; page++) {
    damage(page);
    try {
      const server = await start();
      ends.add(await look(server, seats));
      await server.stop();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      ends.add("refused");
    }
  }
  expect(ends).toEqual(new Set(["refused", "aside", "whole"]));
});
