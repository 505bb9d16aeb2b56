import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf } from "../api/totp.test-kit.ts";
import { TestServer } from "../test-server.ts";

let server: TestServer;
let empty = "";
beforeAll(async () => {
  server = await TestServer.start();
  empty = mkdtempSync(join(tmpdir(), "postil-empty-"));
});
afterAll(async () => {
  await server.stop();
  rmSync(empty, { recursive: true });
});

/** Runs a command beside the server, as a process of its own. */
async function say(args: readonly string[], data = server.folder, settings = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../command.ts"), ...args], {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      POSTIL_DATA: data,
      PORT: String(server.port),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, "close");
  return { code, out, errors };
}

async function redeem(link: string, password: string): Promise<number> {
  const json = { token: new URL(link).hash.slice(1), password };
  return (await server.stranger().ask("/api/recoveries/redeem", { json })).status;
}

const linkIn = (text: string): string => /http\S+/.exec(text)?.[0] ?? "";

test("[O1] an owner made on the command line chooses a password by the link, while Postil runs", async () => {
  const made = await say(["create-owner", "Head@Example.org"]);
  expect([made.code, made.errors]).toEqual([0, ""]);
  expect(linkIn(made.out)).toMatch(new RegExp(`^${server.url}/recover#`));
  expect(await redeem(linkIn(made.out), "correct horse battery")).toBe(204);
  const head = server.stranger();
  const account = { email: "head@example.org", password: "correct horse battery" };
  expect((await head.ask("/api/sign-in", { json: account })).status).toBe(200);
  expect((await head.ask("/api/account")).body.isOwner).toBe(true);
  const again = await say(["create-owner", "head@example.org"]);
  expect(again.out).toMatch(/owns this Postil now/);
  const reset = await say(["reset-password", "head@example.org"]);
  expect(await redeem(linkIn(reset.out), "another long password")).toBe(204);
});

test("[O1] the code of a lost app is switched off, and all sessions end", async () => {
  const json = { email: "lost@example.org", password: "correct horse battery" };
  const made = await say(["create-owner", json.email]);
  await redeem(linkIn(made.out), json.password);
  const none = await say(["end-two-factor", json.email]);
  expect([none.code, none.errors]).toEqual([1, expect.stringContaining("asked for no code")]);
  const caller = server.stranger();
  await caller.ask("/api/sign-in", { json });
  const { body } = await caller.ask("/api/two-factor", { json: { password: json.password } });
  await caller.ask("/api/two-factor/confirm", { json: { code: codeOf(body.uri) } });
  expect((await server.stranger().ask("/api/sign-in", { json })).status).toBe(202);
  const ended = await say(["end-two-factor", "Lost@Example.org"]);
  expect([ended.code, ended.errors]).toEqual([0, ""]);
  expect((await caller.ask("/api/session")).body.user).toBeNull();
  expect((await server.stranger().ask("/api/sign-in", { json })).status).toBe(200);
  expect(server.sql("SELECT * FROM twoFactor")).toEqual([]);
  expect(server.sql("SELECT id FROM audit WHERE verb = 'two-factor-ended'")).toHaveLength(1);
});

test("[O1] spaces are listed, and health tells of the server and its files", async () => {
  const spaces = await say(["spaces"]);
  expect(spaces.out).toMatch(/^id\tmembers\tarticles\tname\n\S+\t\d+\t1\tTry Postil\n$/);
  const health = await say(["health"]);
  expect(health.code).toBe(0);
  expect(health.out).toContain(`Postil answers at ${server.url}.`);
  expect(health.out).toContain("both files are whole");
});

test("[O1] a person is erased at the next start at the latest", async () => {
  const ben = await server.guest("Ben");
  const ordered = await say(["erase-person", ben.id]);
  expect([ordered.code, ordered.errors]).toEqual([0, ""]);
  await server.restart();
  await expect.poll(() => server.sql("SELECT id FROM user WHERE id = ?", ben.id)).toEqual([]);
});

test.each([
  [["erase-person", "nobody"], "There is nobody with the id"],
  [["reset-password", "nobody@example.org"], "There is no account with the address"],
  [["reset-password", "nobody"], "is no e-mail address"],
])("[O2] %j is refused with a sentence", async (args, sentence) => {
  const { code, out, errors } = await say(args);
  expect([code, out]).toEqual([1, ""]);
  expect(errors).toContain(sentence);
  expect(errors).not.toMatch(/ at .*\.ts/);
});

test("[O2] where there is no Postil, or a damaged one, that is said", async () => {
  const none = await say(["spaces"], empty);
  expect([none.code, none.errors]).toEqual([1, expect.stringContaining("no Postil in")]);
  writeFileSync(join(empty, "postil.db"), "no database ".repeat(1000));
  const damaged = await say(["health"], empty);
  expect([damaged.code, damaged.errors]).toEqual([1, expect.stringContaining("damaged")]);
  rmSync(join(empty, "postil.db"));
  server.sql("VACUUM INTO ?", join(empty, "postil.db"));
  const half = await say(["health"], empty);
  expect([half.code, half.out]).toEqual([1, ""]);
  expect(half.errors).toMatch(/^\S+updates\.db is missing or damaged\./);
});

test("[O2] a wrong setting is named, and nothing is done", async () => {
  const { code, out, errors } = await say(["spaces"], server.folder, { PORT: "abc" });
  expect([code, out]).toEqual([1, ""]);
  expect(errors).toMatch(/^PORT must be .*\n$/);
});

test.each([[[]], [["spaces", "x"]], [["backup"]], [["toString"]], [["reset-password", "a", "b"]]])(
  "[O2] %j is not understood, and all commands are named",
  async (args) => {
    const { code, errors } = await say(args);
    expect(code).toBe(2);
    expect(errors).toContain("npm run postil -- reset-password EMAIL");
  },
);
