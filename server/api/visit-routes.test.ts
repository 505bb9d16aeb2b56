import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, TestServer } from "../test-server.ts";

let server: TestServer;
let ann: Caller;
let bob: Caller;
let path = "";
beforeAll(async () => {
  server = await TestServer.start();
  [ann, bob] = [await server.guest("Ann"), await server.guest("Bob")];
  path = `/api/articles/${server.sampleId}/visit`;
});
afterAll(() => server.stop());

const patch = (json: object) => ({ method: "PATCH", json });

test("[H24] a visit is told to whoever made it and to nobody else, all its parts together, also after a restart", async () => {
  expect((await ann.ask(path)).body).toEqual({ layers: null });
  expect((await ann.ask(path, patch({ layers: { x: "AAA=", y: "AAA=" } }))).status).toBe(204);
  expect((await ann.ask(path, patch({ layers: { y: "AQID" } }))).status).toBe(204);
  await server.restart();
  expect((await ann.ask(path)).body).toEqual({ layers: { x: "AAA=", y: "AQID" } });
  expect((await bob.ask(path)).body).toEqual({ layers: null });
});

test("[H3] a visit holds state vectors and nothing else, within bounds", async () => {
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, id) => [id, "AA=="]));
  for (const json of [
    {},
    { layers: { x: 1 } },
    { layers: { x: "no base 64!" } },
    { layers: { x: "A".repeat(16_385) } },
    { layers: { ["x".repeat(65)]: "AA==" } },
    { layers: {}, user: "bob" },
    { layers: many },
  ]) {
    expect((await ann.ask(path, patch(json))).status).toBe(400);
  }
});
