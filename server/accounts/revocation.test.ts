// Six ways in which somebody may lose their place at an article: each ends the open socket soon, and not a
// word of what others write comes after it.

import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { CLOSE } from "#domain/wire.ts";
import { TestClient } from "../sync/test-client.ts";
import { until } from "../sync/test-server.ts";
import { type Caller, TestServer } from "../test-server.ts";

/** What is looked at every 5 s has ended by then, also on a machine that has much to do. */
const SOON = 8000;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ settings: { POSTIL_LIMIT_MESSAGES: "1000" } });
});
afterAll(() => server.stop());

type Guest = Caller & { readonly id: string };

/** How a place is lost, most of them past the server, and how the socket then ends. */
type Way = { readonly lose: (guest: Guest) => unknown; readonly code: number };

const run = (query: string) => (guest: Guest) => server.sql(query, guest.id);

const WAYS: Readonly<Record<string, Way>> = {
  "leaves on another page": {
    lose: (guest) => guest.ask("/api/session", { method: "DELETE" }),
    code: CLOSE.noSession,
  },
  "has a session that is ended": {
    lose: run("DELETE FROM session WHERE userId = ?"),
    code: CLOSE.noSession,
  },
  "has a session that runs out": {
    lose: run("UPDATE session SET expiresAt = '2020-01-01T00:00:00.000Z' WHERE userId = ?"),
    code: CLOSE.noSession,
  },
  "is deleted": { lose: run("DELETE FROM user WHERE id = ?"), code: CLOSE.noSession },
  "is removed from the space": {
    lose: run("DELETE FROM member WHERE user_id = ?"),
    code: CLOSE.noAccess,
  },
};

async function arrive(name: string) {
  const guest = await server.guest(name);
  const url = server.url.replace("http", "ws");
  const client = new TestClient({ url }, server.sampleId, guest.id, { cookie: guest.cookie });
  await client.connect();
  await until(() => client.isReady, `${name} is ready`);
  return { guest, client };
}

type Arrived = Awaited<ReturnType<typeof arrive>>;

/** Has somebody write all the time, each entry named by when it was written. */
function writeOn({ client }: Arrived): () => void {
  const fields = fieldsOf(client.layer());
  const timer = setInterval(() => fields.set(`${performance.now()}`, 1), 20);
  return () => clearInterval(timer);
}

/** When the last was written of what somebody has got. */
const newest = ({ client }: Arrived, writer: Arrived): number =>
  Math.max(0, ...[...fieldsOf(client.layer(writer.guest.id)).keys()].map(Number));

test("[S14] whoever loses their place, in each of six ways, is cut off in time and hears no word after it", {
  timeout: 60_000,
}, async () => {
  const writer = await arrive("Writer");
  const stop = writeOn(writer);
  const losers = await Promise.all(Object.keys(WAYS).map(arrive));
  const lostAt = performance.now();
  const [left, ...others] = losers;
  const [leave, ...ways] = Object.values(WAYS);
  await leave?.lose(left?.guest ?? writer.guest);
  const toldAt = performance.now();
  await Promise.all(others.map(({ guest }, at) => ways[at]?.lose(guest)));
  await until(
    () => losers.every(({ client }) => client.closeCode !== null),
    "all are cut off",
    SOON,
  );
  const cutAt = performance.now();
  expect(cutAt - lostAt).toBeLessThan(SOON);
  const codes = Object.values(WAYS).map(({ code }) => code);
  expect(losers.map(({ client }) => client.closeCode)).toEqual(codes);

  const later = fieldsOf(writer.client.layer()).size + 10;
  await until(() => fieldsOf(writer.client.layer()).size > later, "the writer writes on");
  expect(writer.client.closeCode).toBeNull();
  for (const each of losers) expect(newest(each, writer)).toBeLessThanOrEqual(cutAt);
  // the one that the server was told of was over before the answer
  expect(left && newest(left, writer)).toBeLessThan(toldAt);

  server.sql("DELETE FROM article WHERE id = ?", server.sampleId);
  await until(() => writer.client.closeCode !== null, "the sixth way: the article is gone", SOON);
  stop();
  expect(writer.client.closeCode).toBe(CLOSE.noRoom);
});
