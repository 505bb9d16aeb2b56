import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import type { Attendance, Visitors } from "../access/visitors.ts";
import { openDatabase } from "../store/database.ts";
import { type Caller, TestServer } from "../test-server.ts";
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
  const person = { id: guest.id, name: "Ann", colour: expect.any(Number) };
  const ann = { person, session: expect.any(String), reach: null };
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

const HERE = { role: "annotator", archived: false };

/** Where a guest is, at the sample article unless told otherwise. */
async function attendanceOf(
  guest: Caller & { readonly id: string },
  articleId = server.sampleId,
): Promise<Attendance> {
  const visitor = await visitors.identify({ cookie: guest.cookie });
  return { session: visitor?.session ?? "", userId: guest.id, articleId };
}

test("[P5] a role belongs to the space of the article", async () => {
  const [guest, editor] = [await server.guest(), await server.member("editor")];
  const out = await server.guest();
  server.sql("DELETE FROM member WHERE user_id = ?", out.id);
  const asked = await Promise.all([
    attendanceOf(guest),
    attendanceOf(editor),
    attendanceOf(out),
    attendanceOf(guest, newId()),
  ]);
  expect(await visitors.standings(asked)).toEqual([
    { role: "annotator", archived: false },
    { role: "editor", archived: false },
    null,
    "absent",
  ]);
  expect(await visitors.standings([])).toEqual([]);
});

test("[P6] a session that is over, however it ended, is told of all at once", async () => {
  const guests = await Promise.all(Array.from({ length: 5 }, () => server.guest()));
  const asked = await Promise.all(guests.map((guest) => attendanceOf(guest)));
  const [out, expired, removed, unknown, here] = guests;
  if (!out || !expired || !removed || !unknown || !here) throw new Error("guests are missing");
  await out.ask("/api/session", { method: "DELETE" });
  const past = new Date(Date.now() - 1).toISOString();
  server.sql("UPDATE session SET expiresAt = ? WHERE userId = ?", past, expired.id);
  server.sql("DELETE FROM user WHERE id = ?", removed.id);
  const foreign = { ...(await attendanceOf(here)), userId: unknown.id };
  const standings = await visitors.standings([...asked, foreign]);
  expect(standings).toEqual(["ended", "ended", "ended", HERE, HERE, "ended"]);
});

test("[P6] standings of many come in the order asked for", async () => {
  const here = await attendanceOf(await server.guest());
  const away = { ...here, session: newId() };
  const asked = Array.from({ length: 1200 }, (_, index) => (index % 3 === 0 ? here : away));
  const standings = await visitors.standings(asked);
  expect(standings).toEqual(asked.map((each) => (each === here ? HERE : "ended")));
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
