// Whoever may not do something any more when the last of a request has come has not done it.

import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TestServer } from "../test-server.ts";
import { type Known, spaceOf, teacherAt } from "./spaces.test-kit.ts";

let server: TestServer;
let teacher: Known;
let space = "";
let article = "";
let eve: Known;
beforeEach(async () => {
  server = await TestServer.start();
  teacher = await teacherAt(server, "Teacher");
  space = await spaceOf(teacher, "class");
  const json = { title: "T", text: "One two three.", space: spaceId() };
  article = `/api/articles/${(await teacher.ask("/api/articles", { json })).body.id}`;
  eve = await server.guest("Eve");
  server.sql("INSERT INTO member VALUES (?, ?, 'editor', 1)", spaceId(), eve.id);
});
afterEach(() => server.stop());

const spaceId = (): string => space.split("/").at(-1) ?? "";

/** What a request says whose length nobody knows ahead. */
const IN_PIECES = "transfer-encoding: chunked";

/** Sends all of a request but its last byte; `end` sends that, and resolves with the status. */
class SlowRequest {
  readonly #socket: Socket;
  readonly #body: string;

  private constructor(socket: Socket, body: string) {
    this.#socket = socket;
    this.#body = body;
  }

  static async begin(
    who: Known,
    at: string,
    json: object,
    kind = ["content-type: application/json"],
  ): Promise<SlowRequest> {
    const [method = "", path = ""] = at.split(" ");
    const whole = JSON.stringify(json);
    const isInPieces = kind.includes(IN_PIECES);
    const body = isInPieces ? `${whole.length.toString(16)}\r\n${whole}\r\n0\r\n\r\n` : whole;
    const socket = connect(server.port, "127.0.0.1");
    const head = [
      `${method} ${path} HTTP/1.1`,
      ...[`host: 127.0.0.1:${server.port}`, `cookie: ${who.cookie}`],
      ...[...kind, ...(isInPieces ? [] : [`content-length: ${body.length}`])],
      // so that one knows that the head was read
      ...["expect: 100-continue", "connection: close"],
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    await once(socket, "data");
    socket.write(body.slice(0, -1));
    // an answer that comes after this was begun, and was checked, later
    for (let time = 0; time < 3; time++) await teacher.ask("/api/session");
    return new SlowRequest(socket, body);
  }

  async end(): Promise<number> {
    const answer = new Promise<string>((resolve) => {
      let all = "";
      this.#socket.on("data", (chunk) => {
        all += chunk;
      });
      this.#socket.on("close", () => resolve(all));
    });
    this.#socket.write(this.#body.slice(-1));
    return Number(/^HTTP\/1\.1 (\d+)/.exec(await answer)?.[1]);
  }
}

const MARK = { kind: "claim", start: 0, end: 3, note: "canary-of-eve" };

const notes = async (): Promise<string[]> => {
  const { annotations } = (await teacher.ask(`${article}/annotations`)).body;
  return annotations.map(({ note }: { note: string }) => note);
};

test("[H1] who still may when all has come is answered", async () => {
  const slow = await SlowRequest.begin(eve, `POST ${article}/annotations`, MARK);
  expect(await slow.end()).toBe(201);
  expect(await notes()).toEqual([MARK.note]);
});

test("[H1] who was removed meanwhile has written nothing", async () => {
  const slow = await SlowRequest.begin(eve, `POST ${article}/annotations`, MARK);
  const removed = await teacher.ask(`${space}/members/${eve.id}`, { method: "DELETE" });
  expect(removed.status).toBe(204);
  expect(await slow.end()).toBe(404);
  expect(await notes()).toEqual([]);
});

test("[H1] whose body is of unknown length has changed nothing after their role was lowered", async () => {
  const kind = ["content-type: application/json", IN_PIECES];
  const slow = [
    await SlowRequest.begin(teacher, `PATCH ${article}`, { title: "The teacher's" }, kind),
    await SlowRequest.begin(eve, `PATCH ${article}`, { title: "Eve's" }, kind),
  ];
  const json = { role: "annotator" };
  await teacher.ask(`${space}/members/${eve.id}`, { method: "PATCH", json });
  expect(await slow[0]?.end()).toBe(200);
  expect(await slow[1]?.end()).toBe(403);
  expect((await teacher.ask(article)).body.title).toBe("The teacher's");
});

test("[H1] whose file is still on its way when they are erased has brought nothing in", async () => {
  const kind = ["content-type: application/octet-stream", "x-file-name: a.csv"];
  const slow = await SlowRequest.begin(eve, "POST /api/annotated-imports", MARK, kind);
  const erased = await teacher.ask(`${space}/members/${eve.id}/erasure`, { json: { name: "Eve" } });
  expect(erased.status).toBe(204);
  expect(await slow.end()).toBe(401);
});

test("[H1] [E1] who was erased meanwhile has written nothing", async () => {
  const slow = await SlowRequest.begin(eve, `POST ${article}/annotations`, MARK);
  const erased = await teacher.ask(`${space}/members/${eve.id}/erasure`, { json: { name: "Eve" } });
  expect(erased.status).toBe(204);
  expect([401, 404]).toContain(await slow.end());
  expect(await notes()).toEqual([]);
});

test("[H1] who has a lesser role meanwhile gives nobody one, nor a name", async () => {
  const invite = { role: "editor", days: 7, uses: null };
  const slow = [
    await SlowRequest.begin(eve, `POST ${space}/invites`, invite),
    await SlowRequest.begin(eve, `PATCH ${article}`, { title: "Eve's" }),
  ];
  const json = { role: "annotator" };
  await teacher.ask(`${space}/members/${eve.id}`, { method: "PATCH", json });
  for (const each of slow) expect(await each.end()).toBe(403);
  expect((await teacher.ask(`${space}/invites`)).body.invites).toEqual([]);
  expect((await teacher.ask(article)).body.title).toBe("T");
});
