import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, TestServer } from "../test-server.ts";
import { codeOf } from "./totp.test-kit.ts";

const PASSWORD = "correct horse battery";

let server: TestServer;
beforeAll(async () => {
  let now = Date.now();
  server = await TestServer.start({
    settings: { POSTIL_SIGN_UP: "open" },
    // a clock that hurries: all these sign-ins come from one address
    now: () => {
      now += 3000;
      return now;
    },
  });
});
afterAll(() => server.stop());

type Guarded = {
  readonly caller: Caller;
  readonly email: string;
  readonly codes: readonly string[];
  /** The code that the app shows now. */
  readonly code: () => string;
};

/** Somebody whose account asks for codes. */
async function guarded(name: string): Promise<Guarded> {
  const [caller, email] = [server.stranger(), `${name}@example.org`];
  await caller.ask("/api/accounts", { json: { email, password: PASSWORD } });
  const { status, body } = await caller.ask("/api/two-factor", { json: { password: PASSWORD } });
  expect(status).toBe(201);
  const code = () => codeOf(body.uri);
  const confirmed = await caller.ask("/api/two-factor/confirm", { json: { code: code() } });
  expect(confirmed.status).toBe(204);
  return { caller, email, codes: body.codes, code };
}

async function byPassword(email: string, caller = server.stranger()): Promise<Caller> {
  const { status, body } = await caller.ask("/api/sign-in", {
    json: { email, password: PASSWORD },
  });
  expect([status, body]).toEqual([202, { needs: "code" }]);
  return caller;
}

const say = async (caller: Caller, code: string) =>
  await caller.ask("/api/sign-in/code", { json: { code } });

const isIn = async (caller: Caller): Promise<boolean> =>
  (await caller.ask("/api/session")).body.user !== null;

test("[P17] an account that asks for codes is entered by password and code only", async () => {
  const { email, code } = await guarded("ada");
  const caller = await byPassword(email);
  expect(await isIn(caller)).toBe(false);
  expect((await say(caller, "000000")).body.code).toBe("code-wrong");
  expect(await isIn(caller)).toBe(false);
  expect((await say(caller, code())).status).toBe(200);
  expect(await isIn(caller)).toBe(true);
  expect((await say(server.stranger(), code())).status).toBe(403);
});

test("[P17] a code that was kept for the loss of the app works once", async () => {
  const { email, codes } = await guarded("bob");
  expect(codes.length).toBeGreaterThan(5);
  expect((await say(await byPassword(email), codes[0] ?? "")).status).toBe(200);
  expect((await say(await byPassword(email), codes[0] ?? "")).status).toBe(403);
  expect((await say(await byPassword(email), codes[1] ?? "")).status).toBe(200);
});

test("[P17] a guest who has only said the password is still the guest", async () => {
  const { email, code } = await guarded("cem");
  const guest = await server.guest("Gus");
  await byPassword(email, guest);
  expect((await guest.ask("/api/session")).body.user.id).toBe(guest.id);
  const { cookie } = guest;
  expect((await say(guest, code())).status).toBe(200);
  expect((await guest.ask("/api/session")).body.user.id).not.toBe(guest.id);
  const asGuest = await server.stranger().ask("/api/session", { headers: { cookie } });
  expect(asGuest.body.user).toBeNull();
});

test("[P17] codes are begun and ended by the password, which is not to be guessed here either", async () => {
  const { caller, email } = await guarded("dan");
  for (const path of ["/api/two-factor/end", "/api/two-factor/codes"]) {
    const { status, body } = await caller.ask(path, { json: { password: "not this one" } });
    expect([status, body.code]).toEqual([403, "password-wrong"]);
  }
  expect((await caller.ask("/api/account")).body.account.twoFactor).toBe(true);
  const renewed = await caller.ask("/api/two-factor/codes", { json: { password: PASSWORD } });
  expect(renewed.status).toBe(201);
  expect((await say(await byPassword(email), renewed.body.codes[0])).status).toBe(200);
  expect((await caller.ask("/api/two-factor/end", { json: { password: PASSWORD } })).status).toBe(
    204,
  );
  const plain = await server
    .stranger()
    .ask("/api/sign-in", { json: { email, password: PASSWORD } });
  expect(plain.status).toBe(200);
  for (let guess = 0; guess < 5; guess++) {
    await caller.ask("/api/two-factor", { json: { password: "guess" } });
  }
  const locked = await caller.ask("/api/two-factor", { json: { password: PASSWORD } });
  expect(locked.status).toBe(429);
});

test("[P17] ten wrong codes close the account to codes for a while, whoever says them", async () => {
  const { email, code } = await guarded("eve");
  for (let round = 0; round < 2; round++) {
    const caller = await byPassword(email);
    for (let guess = 0; guess < 5; guess++) await say(caller, "000000");
  }
  expect((await say(await byPassword(email), code())).status).toBe(403);
});

test("[P17] neither the app's secret nor the kept codes can be read in the database", async () => {
  const { caller, codes } = await guarded("fay");
  const { id } = (await caller.ask("/api/session")).body.user;
  const [row] = server.sql("SELECT * FROM twoFactor WHERE userId = ?", id);
  expect(JSON.stringify(row)).not.toContain(codes[0]);
  expect(String(row?.secret).length).toBeGreaterThan(60);
});
