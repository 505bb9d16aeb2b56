import { afterAll, beforeAll, expect, test } from "vitest";
import { TestServer } from "../test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

test("[Q1] a lock and its end are written down with who did it; what changed nothing is not", async () => {
  const editor = await server.member("editor");
  const path = `/api/articles/${server.sampleId}`;
  for (const locked of [true, true, false]) {
    await editor.ask(path, { method: "PATCH", json: { locked } });
  }
  const rows = server.sql("SELECT verb, actor_id, subject_id FROM audit ORDER BY id");
  expect(rows).toEqual(
    ["article-locked", "article-unlocked"].map((verb) => ({
      ...{ verb, actor_id: editor.id, subject_id: server.sampleId },
    })),
  );
});
