import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pino from "pino";
import { expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { Refusal } from "./refusal.ts";
import { startServer } from "./start-server.ts";
import { TestServer } from "./test-server.ts";

test("[D10] what was deleted of the sample does not come back", async () => {
  const server = await TestServer.start();
  const guest = await server.guest();
  expect((await guest.ask("/api/articles")).body.articles).toHaveLength(1);
  server.sql("DELETE FROM space");
  await server.restart();
  expect((await guest.ask("/api/articles")).body).toEqual({ articles: [] });
  expect(server.sql("SELECT name FROM space")).toEqual([]);
  await server.stop();
});

test.each([
  ["updates.db", "ALTER TABLE record RENAME TO lost"],
  ["postil.db", "ALTER TABLE milestone RENAME TO lost"],
])("[H16] when %s does not answer, the server says that it is not ready", async (name, sql) => {
  const server = await TestServer.start();
  const ready = async (): Promise<number> => (await server.stranger().ask("/readyz")).status;
  expect(await ready()).toBe(200);
  const file = new DatabaseSync(join(server.folder, name));
  file.exec(sql);
  expect(await ready()).toBe(503);
  expect((await server.stranger().ask("/healthz")).status).toBe(200);
  file.exec(sql.replace(/TABLE (\w+) RENAME TO (\w+)/, "TABLE $2 RENAME TO $1"));
  expect(await ready()).toBe(200);
  file.close();
  await server.stop();
});

test("[H16] every figure that operators are told to watch is told", async () => {
  const server = await TestServer.start();
  const guide = readFileSync(join(import.meta.dirname, "../docs/operations.md"), "utf8");
  const named = guide.match(/\b(?:postil|nodejs|process)_[a-z0-9_]+/g) ?? [];
  const { body } = await server.stranger().ask("/metrics");
  const missing = named.filter(
    (figure) => !body.includes(`# HELP ${figure.replace(/_bucket$/, "")} `),
  );
  expect(new Set(named).size).toBeGreaterThan(12);
  expect(missing).toEqual([]);
  await server.stop();
});

test("[P1] behind https, the cookie is sent by https only", async () => {
  const server = await TestServer.start({ settings: { POSTIL_URL: "https://postil.example" } });
  const headers = { origin: "https://postil.example" };
  const answer = await server.stranger().ask("/api/guests", { json: {}, headers });
  expect(answer.status).toBe(201);
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^__Host-postil\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(answer.headers.get("strict-transport-security")).toMatch(/max-age/);
  const local = { origin: server.url };
  const foreign = await server.stranger().ask("/api/guests", { json: {}, headers: local });
  expect(foreign.status).toBe(403);
  await server.stop();
});

test.each(["updates.db", "postil.db"])(
  "[C2] a start with a damaged %s is refused with a sentence, and lets go of the folder",
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "postil-damaged-"));
    writeFileSync(join(folder, name), "no database ".repeat(1000));
    const config = readConfig({ PORT: "0", POSTIL_DATA: folder });
    const start = () => startServer({ config, report: pino({ level: "silent" }) });
    await expect(start()).rejects.toThrow(Refusal);
    await expect(start()).rejects.toThrow(`The file ${name} in the data folder is damaged.`);
    rmSync(join(folder, name));
    await (await start()).stop();
    rmSync(folder, { recursive: true });
  },
);

test.each([
  ["updates.db", "PRAGMA user_version = 99"],
  ["postil.db", "INSERT INTO kysely_migration VALUES ('9999-later', '2999-01-01')"],
])(
  "[D14] a start on a %s of a newer program is refused with a sentence, and changes nothing",
  async (name, sql) => {
    const folder = mkdtempSync(join(tmpdir(), "postil-newer-"));
    const config = readConfig({ PORT: "0", POSTIL_DATA: folder });
    const start = () => startServer({ config, report: pino({ level: "silent" }) });
    await (await start()).stop();
    const file = new DatabaseSync(join(folder, name));
    file.exec(sql);
    file.close();
    const before = readFileSync(join(folder, name));
    await expect(start()).rejects.toThrow(Refusal);
    await expect(start()).rejects.toThrow(
      `The file ${name} in the data folder was written by a newer`,
    );
    expect(readFileSync(join(folder, name)).equals(before)).toBe(true);
    rmSync(folder, { recursive: true });
  },
);

test("[H14] whoever asks twice for the end waits for the same one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "postil-twice-"));
  const config = readConfig({ PORT: "0", POSTIL_DATA: folder });
  const server = await startServer({ config, report: pino({ level: "silent" }) });
  const [first, second] = [server.stop(), server.stop()];
  await second;
  // the folder is let go of last: whoever can take it comes after the whole end
  const next = await startServer({ config, report: pino({ level: "silent" }) });
  await first;
  await next.stop();
  rmSync(folder, { recursive: true });
});
