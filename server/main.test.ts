import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ServerProcess } from "./server-process.test-kit.ts";

let folder = "";
const servers: ServerProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-main-"));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
  rmSync(folder, { recursive: true });
});

function run(settings: Readonly<Record<string, string>> = {}): ServerProcess {
  const server = new ServerProcess({ POSTIL_DATA: folder, ...settings });
  servers.push(server);
  return server;
}

async function guest(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/guests`, { method: "POST" });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function annotate(url: string, cookie: string): Promise<string[]> {
  const headers = { cookie, "content-type": "application/json" };
  const { articles } = await (await fetch(`${url}/api/articles`, { headers })).json();
  const path = `${url}/api/articles/${articles[0].id}/annotations`;
  await fetch(path, { method: "POST", headers, body: '{"kind":"claim","start":0,"end":5}' });
  const { annotations } = await (await fetch(path, { headers })).json();
  return annotations.map(({ id }: { id: string }) => id);
}

test("[D8] a second start on the same folder is refused with one sentence, and the first runs on", async () => {
  const first = run();
  const url = await first.ready();
  const second = run();
  expect(await second.ended).toBe(1);
  expect(second.errors).toMatch(/^Another Postil is running on the data folder .*POSTIL_DATA\.\n$/);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test("[D1] a server that was killed has kept everything it acknowledged, and starts again", async () => {
  const first = run();
  const url = await first.ready();
  const cookie = await guest(url);
  const ids = await annotate(url, cookie);
  expect(ids).toHaveLength(1);
  await first.kill();
  const again = await run().ready();
  expect(await annotate(again, cookie)).toContain(ids[0]);
});

test.each(["SIGTERM", "SIGINT"] as const)("[H14] %s ends a server in order", async (signal) => {
  const server = run();
  const url = await server.ready();
  const idle = await fetch(`${url}/healthz`); // leaves a connection open
  await idle.text();
  server.signal(signal);
  expect(await server.ended).toBe(0);
  expect(server.errors).toBe("");
});

test("[C2] a wrong setting ends the start with one sentence", async () => {
  const wrong = run({ PORT: "http" });
  expect(await wrong.ended).toBe(1);
  expect(wrong.errors).toBe("PORT must be a whole number from 0 to 65535, such as 3000.\n");
  expect(wrong.out).toBe("");
});

test("[P4] the owner link stands on the console, its token in no log and no file", async () => {
  const server = run({ LOG_LEVEL: "trace" });
  const url = await server.ready();
  const token = /\/owner#(\S{22})\n/.exec(server.out)?.[1] ?? "none";
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ token });
  expect((await fetch(`${url}/api/owner`, { method: "POST", headers, body })).status).toBe(200);
  expect((await fetch(`${url}/api/owner`, { method: "POST", headers, body })).status).toBe(403);
  expect(server.errors).not.toContain(token);
});
