import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import type { Visitors } from "../access/visitors.ts";
import { openDatabase } from "../store/database.ts";
import { TestServer } from "../test-server.ts";
import { createAuth } from "./auth.ts";
import { keptSecret } from "./secret.ts";
import { sessionVisitors } from "./session-visitors.ts";

let server: TestServer;
let visitors: Visitors;
let close: () => Promise<void>;
beforeAll(async () => {
  server = await TestServer.start();
  const { database } = openDatabase(`${server.folder}/postil.db`);
  const secret = keptSecret(`${server.folder}/secret`);
  const report = pino({ level: "silent" });
  const auth = createAuth({ database, url: server.url, secret, report });
  visitors = sessionVisitors(auth, database);
  close = () => database.destroy();
});
afterAll(async () => {
  await close();
  await server.stop();
});

test("[P6] a visitor is known by cookie or bearer token, and by nothing else", async () => {
  const guest = await server.guest("Ann");
  const ann = { id: guest.id, name: "Ann", colour: expect.any(Number) };
  const token = decodeURIComponent(guest.cookie.split("=")[1] ?? "");
  expect(await visitors.identify({ cookie: guest.cookie })).toEqual(ann);
  expect(await visitors.identify({ authorization: `Bearer ${token}` })).toEqual(ann);
  expect(await visitors.identify({})).toBeNull();
  expect(await visitors.identify({ cookie: "postil.session_token=x" })).toBeNull();
  expect(await visitors.identify({ authorization: `Basic ${token}` })).toBeNull();
  server.sql(
    "UPDATE session SET expiresAt = ? WHERE userId = ?",
    new Date(0).toISOString(),
    guest.id,
  );
  expect(await visitors.identify({ cookie: guest.cookie })).toBeNull();
});

test("[P5] a role belongs to the space of the article", async () => {
  const guest = await server.guest();
  expect(await visitors.roleIn(server.sampleId, guest.id)).toBe("annotator");
  expect(await visitors.roleIn(server.sampleId, newId())).toBeNull();
  expect(await visitors.roleIn(newId(), guest.id)).toBe("absent");
});

test("[P6] people come in the order asked for, without those who are gone", async () => {
  const guests = [await server.guest("Ann"), await server.guest("Bob"), await server.guest("Cleo")];
  const ids = guests.map(({ id }) => id);
  const strangers = Array.from({ length: 1200 }, () => newId());
  const asked = [ids[2] ?? "", ...strangers, ids[0] ?? "", ids[1] ?? ""];
  server.sql("DELETE FROM user WHERE id = ?", ids[1] ?? "");
  const people = await visitors.people(asked);
  expect(people.map(({ name }) => name)).toEqual(["Cleo", "Ann"]);
  expect(await visitors.people([])).toEqual([]);
});

test("[P8] people who come one after the other have colours of their own", async () => {
  const guests = [await server.guest("Bea"), await server.guest("Cem"), await server.guest("Dan")];
  const people = await visitors.people(guests.map(({ id }) => id));
  expect(new Set(people.map(({ colour }) => colour)).size).toBe(3);
});
