// Who lost the connection: still there for others for a moment, as most are back by then.

import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { articlePath, CLOSE } from "#domain/wire.ts";
import { encodePresence } from "./sync-message.ts";
import type { TestClient } from "./test-client.ts";
import { TestPeople } from "./test-people.ts";
import { until } from "./test-server.ts";

let people: TestPeople;

afterEach(() => people.leave());

const BENS = 77;

/** Ada, who watches. */
async function ada(lostFor: number): Promise<TestClient> {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator" }, { lostFor });
  return await people.join("ada");
}

/** A socket of Ben's that says that he is here, with a note for Ada to know it by. */
async function ben(watcher: TestClient, note: string): Promise<WebSocket> {
  const ws = new WebSocket(`${people.server.url}${articlePath("article")}`, {
    headers: { authorization: "Bearer ben" },
  });
  await new Promise((resolve) => ws.once("open", resolve));
  ws.send(encodePresence([{ client: BENS, clock: 1, json: JSON.stringify({ note }) }]));
  await until(() => watcher.present.get(BENS)?.note === note, `ada sees ${note}`);
  return ws;
}

test.each([
  ["lost the connection", (ws: WebSocket) => ws.terminate()],
  ["connects anew", (ws: WebSocket) => ws.close(CLOSE.anew)],
])("[S7] whoever %s and comes back was never away", async (_, end) => {
  const watcher = await ada(60_000);
  const before = await ben(watcher, "before");
  const gone = new Promise((resolve) => before.once("close", resolve));
  let wasAway = false;
  const forget = watcher.present.delete.bind(watcher.present);
  watcher.present.delete = (client) => {
    wasAway = true;
    return forget(client);
  };
  end(before);
  await gone;
  const back = await ben(watcher, "back");
  expect(wasAway).toBe(false);
  back.close();
  await until(() => !watcher.present.has(BENS), "who leaves has gone at once");
});

test("[S7] whoever is sent away has gone at once", async () => {
  const watcher = await ada(60_000);
  await ben(watcher, "here");
  people.server.roles.set("ben", null);
  await people.server.lookAgain();
  await until(() => !watcher.present.has(BENS), "ben has gone");
});

test("[S7] whoever lost the connection and does not come back in time has gone", async () => {
  const watcher = await ada(0);
  const ws = await ben(watcher, "here");
  ws.terminate();
  await until(() => !watcher.present.has(BENS), "ben has gone");
});
