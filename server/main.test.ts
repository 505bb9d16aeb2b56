import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder = "";
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-main-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  rmSync(folder, { recursive: true });
});

type Process = {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  readonly out: () => string;
  readonly errors: () => string;
  /** Its exit code, once it ended. */
  readonly ended: Promise<number | null>;
};

function run(settings: Readonly<Record<string, string>> = {}): Process {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), "--no-pages"], {
    env: { NODE_ENV: "production", PORT: "0", POSTIL_DATA: folder, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const written = { out: "", errors: "" };
  child.stdout.on("data", (chunk) => {
    written.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    written.errors += chunk;
  });
  const ended = once(child, "close").then(([code]) => code);
  return { child, out: () => written.out, errors: () => written.errors, ended };
}

/** The address that a server prints when it is ready, once it has printed all it does. */
async function ready({ child, out, errors, ended }: Process): Promise<string> {
  void ended.then(() => child.stdout?.emit("data", ""));
  while (child.exitCode === null) {
    const url = /Postil is ready at (\S+)\n.*\/owner#\S+\n/.exec(out())?.[1];
    if (url !== undefined) return url;
    await once(child.stdout ?? child, "data");
  }
  throw new Error(`it ended: ${errors()}`);
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
  const url = await ready(first);
  const second = run();
  expect(await second.ended).toBe(1);
  expect(second.errors()).toMatch(
    /^Another Postil is running on the data folder .*POSTIL_DATA\.\n$/,
  );
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test("[D1] a server that was killed has kept everything it acknowledged, and starts again", async () => {
  const first = run();
  const url = await ready(first);
  const cookie = await guest(url);
  const ids = await annotate(url, cookie);
  expect(ids).toHaveLength(1);
  first.child.kill("SIGKILL");
  await first.ended;
  const again = await ready(run());
  expect(await annotate(again, cookie)).toContain(ids[0]);
});

test.each(["SIGTERM", "SIGINT"] as const)("[H14] %s ends a server in order", async (signal) => {
  const server = run();
  const url = await ready(server);
  const idle = await fetch(`${url}/healthz`); // leaves a connection open
  await idle.text();
  server.child.kill(signal);
  expect(await server.ended).toBe(0);
  expect(server.errors()).toBe("");
});

test("[C2] a wrong setting ends the start with one sentence", async () => {
  const wrong = run({ PORT: "http" });
  expect(await wrong.ended).toBe(1);
  expect(wrong.errors()).toBe("PORT must be a whole number from 0 to 65535, such as 3000.\n");
  expect(wrong.out()).toBe("");
});

test("[P4] the owner link stands on the console, its token in no log and no file", async () => {
  const server = run({ LOG_LEVEL: "trace" });
  const url = await ready(server);
  const token = /\/owner#(\S{22})\n/.exec(server.out())?.[1] ?? "none";
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ token });
  expect((await fetch(`${url}/api/owner`, { method: "POST", headers, body })).status).toBe(200);
  expect((await fetch(`${url}/api/owner`, { method: "POST", headers, body })).status).toBe(403);
  expect(server.errors()).not.toContain(token);
});
