// Who may come in, and how those who may not are told.

import { createConnection } from "node:net";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articlePath, CLOSE, layerPath } from "#domain/wire.ts";
import { TestPeople } from "./test-people.ts";
import { figureOf, ORIGIN, until } from "./test-server.ts";

let people: TestPeople;

afterEach(() => people.leave());

type Knock = { readonly path?: string; readonly user?: string; readonly origin?: string };

/** The HTTP status that refused the upgrade, or the close code; "open" when one may stay. */
async function knock({
  path = articlePath("article"),
  user,
  origin,
}: Knock): Promise<number | "open"> {
  const headers = user === undefined ? {} : { authorization: `Bearer ${user}` };
  const ws = new WebSocket(`${people.server.url}${path}`, {
    headers,
    ...(origin === undefined ? {} : { origin }),
  });
  try {
    return await new Promise((resolve, reject) => {
      ws.once("unexpected-response", (_request, { statusCode = 0 }) => resolve(statusCode));
      ws.once("close", resolve);
      ws.once("message", () => resolve("open"));
      ws.once("error", reject);
    });
  } finally {
    ws.on("error", () => {});
    ws.terminate();
  }
}

/** What the server answers to a raw request for an upgrade. */
async function rawUpgrade(target: string): Promise<string> {
  const socket = createConnection(people.server.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => {
    answer += data;
  });
  socket.write(
    `GET ${target} HTTP/1.1\r\nHost: postil\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
  await new Promise((resolve) => socket.once("close", resolve));
  return answer.split("\r\n")[0] ?? "";
}

test("[S1] only this site's pages may open a socket", async () => {
  people = await TestPeople.at({ ada: "annotator" });
  expect(await knock({ user: "ada", origin: "https://evil.example" })).toBe(403);
  expect(await knock({ user: "ada", origin: ORIGIN })).toBe("open");
  expect(await knock({ user: "ada" })).toBe("open"); // a program, with a session
});

test("[S2] whoever may not come in can read why", async () => {
  people = await TestPeople.at({ ada: "annotator" });
  people.server.roles.set("out", null);
  expect(await knock({})).toBe(CLOSE.noSession);
  expect(await knock({ user: "nobody" })).toBe(CLOSE.noSession);
  expect(await knock({ user: "out" })).toBe(CLOSE.noRoom);
  expect(await knock({ user: "ada", path: articlePath("absent") })).toBe(CLOSE.noRoom);
  expect(await knock({ user: "out", path: layerPath("article", "ada") })).toBe(CLOSE.noRoom);
  expect(await knock({ user: "ada", path: layerPath("absent", "ada") })).toBe(CLOSE.noRoom);
});

test("[S1] what is no room is 404, and what is no path 400", async () => {
  people = await TestPeople.at({ ada: "annotator" });
  const paths = [
    "/",
    "/sync",
    "/sync/",
    "/sync/article/",
    "/sync/article/layer",
    "/sync/article/state",
    "/sync/../sync/article",
    "/sync/%61rticle",
    "/sync/article%00",
    "/sync/article/layer/ada/more",
    "/Sync/article",
    `/sync/${"a".repeat(65)}`,
    `/sync/${"a".repeat(10_000)}`,
  ];
  for (const path of paths) expect(await rawUpgrade(path)).toBe("HTTP/1.1 404 Not Found");
  expect(await rawUpgrade("http://10.0.0.1/sync/article")).toBe("HTTP/1.1 400 Bad Request");
  expect(await knock({ user: "ada", path: "/sync/article?token=x" })).toBe("open");
});

test("[S1] compression is never agreed on", async () => {
  people = await TestPeople.at({ ada: "annotator" });
  const ws = new WebSocket(`${people.server.url}${articlePath("article")}`, {
    headers: { authorization: "Bearer ada" },
    perMessageDeflate: true,
  });
  await new Promise((resolve) => ws.once("open", resolve));
  expect(ws.extensions).toBe("");
  ws.terminate();
});

test("[S14] a session that ends, a role that is taken away: the socket ends soon", async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator" }, { look: 20 });
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  people.server.roles.set("ada", "gone");
  people.server.roles.set("ben", null);
  await until(() => ada.closeCode !== null && ben.closeCode !== null, "both are closed");
  expect([ada.closeCode, ben.closeCode]).toEqual([CLOSE.noSession, CLOSE.noAccess]);
});

test("[S14] a change that the server is told of ends the socket before the answer", async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator" });
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  people.server.roles.set("ada", "gone");
  await people.server.lookAgain();
  fieldsOf(ada.layer()).set("late", 1);
  await until(() => ada.closeCode !== null, "ada is closed");
  expect(ada.closeCode).toBe(CLOSE.noSession);
  expect(people.server.log.rooms("article/layer/")).toEqual([]);
  expect(ben.closeCode).toBeNull();
});

test("[S14] who becomes a viewer can write no more, and stays", async () => {
  people = await TestPeople.at({ ada: "annotator" }, { look: 20 });
  const ada = await people.join("ada");
  people.server.roles.set("ada", "viewer");
  const fields = fieldsOf(ada.layer());
  const refused = (): boolean => {
    fields.set("again", fields.size);
    return ada.answers.includes("not-allowed");
  };
  await until(refused, "the refusal");
  expect(ada.closeCode).toBeNull();
});

test("[S11] a socket on which nothing is heard is given up, one that answers stays", async () => {
  people = await TestPeople.at(
    { ada: "annotator", ben: "annotator" },
    { pulse: { ping: 20, dead: 200 } },
  );
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  ada.stopReading();
  const sockets = (): Promise<number> => figureOf(people.server, "postil_sockets");
  expect(await sockets()).toBe(2);
  await until(async () => (await sockets()) === 1, "ada is given up");
  expect(ben.closeCode).toBeNull();
});

test("[S11] the 501st socket at an article is told that it is full", async () => {
  people = await TestPeople.at({ ada: "annotator" });
  const open = (): Promise<unknown> => people.connect("ada");
  for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 50 }, open));
  expect(await knock({ user: "ada" })).toBe(CLOSE.tooBig);
});
