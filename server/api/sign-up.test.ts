import { afterEach, expect, test } from "vitest";
import { TestServer } from "../test-server.ts";

const ADA = { email: "ada@example.org", password: "correct horse battery" };

let server: TestServer;
afterEach(() => server.stop());

const start = async (settings: Readonly<Record<string, string>> = {}): Promise<void> => {
  server = await TestServer.start({ settings });
};

/** Opens a space and puts a new guest into it, as an invitation does. */
async function invited() {
  const guest = await server.guest();
  server.sql(
    "INSERT INTO space (id, name, scheme, open_to_guests, created_at) VALUES ('class', 'Class', 'postil-core', 0, 0)",
  );
  server.sql("INSERT INTO member VALUES ('class', ?, 'annotator', 0)", guest.id);
  return guest;
}

test("[P12] who was let into a space may make an account, who only tries the sample may not", async () => {
  await start();
  for (const stranger of [server.stranger(), await server.guest()]) {
    expect((await stranger.ask("/api/account")).body.mayMakeAccount).toBe(false);
    const { status, body } = await stranger.ask("/api/accounts", { json: ADA });
    expect([status, body.code]).toEqual([403, "sign-up-closed"]);
  }
  const guest = await invited();
  expect((await guest.ask("/api/account")).body.mayMakeAccount).toBe(true);
  expect((await guest.ask("/api/accounts", { json: ADA })).status).toBe(201);
});

test("[P12] closed is closed, to those who were invited too", async () => {
  await start({ POSTIL_SIGN_UP: "closed" });
  const guest = await invited();
  expect((await guest.ask("/api/account")).body.mayMakeAccount).toBe(false);
  expect((await guest.ask("/api/accounts", { json: ADA })).status).toBe(403);
});

test("[P4] the owner link makes an account whose owner it is, whoever may make one", async () => {
  await start({ POSTIL_SIGN_UP: "closed" });
  const caller = server.stranger();
  const token = server.ownerToken;
  const mistyped = await caller.ask("/api/owner", {
    json: { token, account: { ...ADA, password: "short" } },
  });
  expect(mistyped.body.code).toBe("password-refused");
  const { status, body } = await caller.ask("/api/owner", {
    json: { token, name: "Ada", account: ADA },
  });
  expect(status).toBe(200);
  expect((await caller.ask("/api/spaces")).body.spaces[0].role).toBe("owner");
  const elsewhere = server.stranger();
  expect((await elsewhere.ask("/api/sign-in", { json: ADA })).body.user).toEqual(body.user);
});

test("[P4] an address that is taken does not use the link up", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const ada = server.stranger();
  await ada.ask("/api/accounts", { json: ADA });
  const json = { token: server.ownerToken, account: ADA };
  expect((await server.stranger().ask("/api/owner", { json })).body.code).toBe("email-taken");
  const before = ada.cookie;
  expect((await ada.ask("/api/owner", { json: { token: server.ownerToken } })).status).toBe(200);
  expect(ada.cookie).not.toBe(before);
  expect((await ada.ask("/api/spaces")).body.spaces[0].role).toBe("owner");
});

test("[P13] an owner named in the settings is there from the first start, and keeps the password they chose later", async () => {
  await start({ POSTIL_OWNER_EMAIL: "Ada@example.org", POSTIL_OWNER_PASSWORD: ADA.password });
  const ada = server.stranger();
  expect((await ada.ask("/api/sign-in", { json: ADA })).body.user.name).toBe("ada");
  expect((await ada.ask("/api/spaces")).body.spaces[0].role).toBe("owner");
  const password = "chosen afterwards";
  const json = { current: ADA.password, password };
  expect((await ada.ask("/api/account/password", { method: "PUT", json })).status).toBe(204);
  await server.restart();
  const again = server.stranger();
  expect((await again.ask("/api/sign-in", { json: ADA })).status).toBe(403);
  expect((await again.ask("/api/sign-in", { json: { ...ADA, password } })).status).toBe(200);
});

test("[P13] the owner whom the settings name stays what others made of them in a space", async () => {
  await start({ POSTIL_OWNER_EMAIL: ADA.email, POSTIL_OWNER_PASSWORD: ADA.password });
  const ada = server.stranger();
  await ada.ask("/api/sign-in", { json: ADA });
  const { body } = await ada.ask("/api/spaces");
  const path = `/api/spaces/${body.spaces[0].id}`;
  const { entries } = (await ada.ask(`${path}/audit`)).body;
  expect(entries[0]).toMatchObject({ verb: "role-changed", details: { after: "owner" } });
  server.sql("UPDATE member SET role = 'viewer'");
  await server.restart();
  expect((await ada.ask(path)).body.role).toBe("viewer");
});

test("[P13] whoever typed the address of an owner first does not become one by the settings", async () => {
  const settings: Record<string, string> = { POSTIL_SIGN_UP: "open" };
  await start(settings);
  const first = server.stranger();
  expect((await first.ask("/api/accounts", { json: ADA })).status).toBe(201);
  Object.assign(settings, { POSTIL_OWNER_EMAIL: ADA.email, POSTIL_OWNER_PASSWORD: "of the owner" });
  await expect(server.restart()).rejects.toThrow(/POSTIL_OWNER_EMAIL.*create-owner/);
  server.sql("UPDATE user SET owner = 1 WHERE email = ?", ADA.email);
  await server.restart();
  expect((await first.ask("/api/account")).body.isOwner).toBe(true);
});

test("[P14] behind https cookies are bound to this host and never sent without it", async () => {
  await start({ POSTIL_URL: "https://postil.example", POSTIL_SIGN_UP: "open" });
  const caller = server.stranger();
  const answers = [
    await caller.ask("/api/guests", { json: {} }),
    await caller.ask("/api/accounts", { json: ADA }),
    await caller.ask("/api/sign-in", { json: ADA }),
  ];
  for (const { headers } of answers) {
    expect(headers.getSetCookie()).toHaveLength(1);
    expect(headers.getSetCookie()[0]).toMatch(
      /^__Host-postil\.session_token=[^;]+; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  }
  expect((await caller.ask("/api/session")).body.user).not.toBeNull();
});

test("[P9] of many who ask for one address at once, one gets it and the others are told", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const guest = await server.guest("Gus");
  const callers = [guest, ...Array.from({ length: 4 }, () => server.stranger())];
  const answers = await Promise.all(
    callers.map((caller) => caller.ask("/api/accounts", { json: ADA })),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([201, 409, 409, 409, 409]);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused.map(({ body }) => body.code)).toEqual(Array(4).fill("email-taken"));
  // who came for nothing left nobody behind
  expect(server.sql("SELECT id FROM user")).toHaveLength(statuses[0] === 201 ? 1 : 2);
  expect((await guest.ask("/api/session")).body.user.id).toBe(guest.id);
});

test("[P9] one guest who asks for two accounts at once gets one", async () => {
  await start({ POSTIL_SIGN_UP: "open" });
  const guest = await server.guest("Gus");
  const [cookie, answers] = [guest.cookie, ["ada@example.org", "bob@example.org"]];
  const statuses = await Promise.all(
    answers.map(async (email) => {
      const json = { ...ADA, email };
      const asked = { json, headers: { cookie } };
      const { status, body } = await server.stranger().ask("/api/accounts", asked);
      return status === 409 ? body.code : status;
    }),
  );
  expect(statuses.toSorted()).toEqual([201, "has-account"]);
  expect(server.sql("SELECT id FROM account WHERE userId = ?", guest.id)).toHaveLength(1);
});
