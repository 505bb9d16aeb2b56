// A stop while three hundred have an article open.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { addAnnotation } from "#domain/annotation/layer.ts";
import { CLOSE } from "#domain/wire.ts";
import { ServerProcess } from "../server-process.test-kit.ts";
import { TestClient } from "../sync/test-client.ts";
import { until } from "../sync/test-server.ts";
import { type Seat, seatAt } from "./seat.ts";

let folder: string;
let server: ServerProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-stop-"));
  server = new ServerProcess({ POSTIL_DATA: folder, LOG_LEVEL: "warn" });
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true });
});

async function comeIn(url: string, { articleId, id, headers }: Seat): Promise<TestClient> {
  const client = new TestClient({ url: url.replace("http:", "ws:") }, articleId, id, headers);
  await client.connect();
  await until(() => client.isReady, "the article");
  return client;
}

const anchor = {
  ...{ start: { client: 1, clock: 0 }, end: { client: 1, clock: 0 } },
  ...{ quote: "q", prefix: "", suffix: "" },
};

test("[H14] a stop takes nobody in, ends sockets in waves, serves who is still there, and is over in time", {
  timeout: 60_000,
}, async () => {
  const url = await server.ready();
  const names = Array.from({ length: 30 }, (_, number) => `Guest ${number}`);
  const seats = await Promise.all(names.map((name) => seatAt(url, name)));
  const tenEach = seats.flatMap((seat) => Array.from({ length: 10 }, () => seat));
  const clients = await Promise.all(tenEach.map((seat) => comeIn(url, seat)));
  const here = (): TestClient[] => clients.filter(({ closeCode }) => closeCode === null);

  const start = performance.now();
  server.signal("SIGTERM");
  await until(() => here().length < clients.length, "the first wave");
  const last = here().at(-1);
  if (!last) throw new Error("all were ended at once");
  addAnnotation(last.layer(), {
    ...{ id: newAnnotationId(), anchor, kind: "claim", label: null, createdAt: 0 },
  });
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  await until(() => last.answers.length === 2, "an answer");
  expect(last.answers.at(-1)).toBe("stored");

  expect(await server.ended).toBe(0);
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(server.errors).toBe("");
  await until(() => here().length === 0, "everybody hears the end");
  expect(new Set(clients.map(({ closeCode }) => closeCode))).toEqual(new Set([CLOSE.restart]));
});
