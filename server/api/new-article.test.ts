// An article that is added while its space goes.

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pino from "pino";
import { expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import { createAuth, migrateAuth } from "../accounts/auth.ts";
import { openDatabase } from "../store/database.ts";
import { migrate } from "../store/migrations.ts";
import { forgetSpace } from "../store/spaces.ts";
import { paragraphOf, startTestServer } from "../sync/test-server.ts";
import { TestServer } from "../test-server.ts";
import { keepArticle } from "./new-article.ts";
import { spaceOf, teacherAt } from "./spaces.test-kit.ts";

/** Tables with one space, "class", and rooms. */
async function stores() {
  const { rooms, log, close } = await startTestServer({ isBrief: true });
  const opened = openDatabase(":memory:");
  const { database } = opened;
  const report = pino({ level: "silent" });
  const auth = createAuth({ database, url: "http://127.0.0.1", secret: newId() + newId(), report });
  await migrate(opened, () => migrateAuth(auth));
  const space = { id: "class", name: "8b", scheme: "postil-core" };
  await database
    .insertInto("space")
    .values({
      ...space,
      template: "class",
      open_to_guests: 0,
      created_at: 0,
      guests_allowed: 1,
      waiting_room: 1,
      visibility: "open",
      articles_from: "editor",
      names_shown: 1,
    })
    .execute();
  const keep = async (spaceId: string): Promise<string> => {
    const [id, about] = [newId(), { byline: null, source: null, language: null, createdBy: null }];
    await keepArticle(
      { database, rooms },
      { ...about, id, spaceId, title: "T", createdAt: 1 },
      { nodes: paragraphOf("The mayor lied."), verb: "article-imported" },
    );
    return id;
  };
  const stop = async (): Promise<void> => {
    await close();
    await database.destroy();
  };
  return { database, log, keep, stop };
}

test("[Q4] an article whose space has gone leaves no text", async () => {
  const { log, keep, stop } = await stores();
  await expect(keep("another")).rejects.toThrow(/no such space/);
  expect(log.rooms("")).toEqual([]);
  const id = await keep("class");
  expect(log.rooms("")).toEqual([`${id}/article`]);
  await stop();
});

test("[Q4] a space is not forgotten while there is an article in it whose text is there", async () => {
  const { database, keep, stop } = await stores();
  const [first, late] = [await keep("class"), await keep("class")];
  expect(await forgetSpace(database, "class", new Set([first]))).toBe(false);
  expect(await database.selectFrom("article").select("id").execute()).toHaveLength(2);
  expect(await forgetSpace(database, "class", new Set([first, late]))).toBe(true);
  await stop();
});

test("[Q4] articles that are added and copied while their space is deleted leave nothing", async () => {
  const server = await TestServer.start();
  const teacher = await teacherAt(server);
  const space = await spaceOf(teacher);
  const json = { space: space.replace("/api/spaces/", ""), title: "T", text: "The mayor lied." };
  const { id } = (await teacher.ask("/api/articles", { json })).body;
  const end = teacher.ask(space, { method: "DELETE", json: { name: "8b" } });
  const answers: number[] = [];
  for (let count = 0; count < 12; count++) {
    const { status } = await teacher.ask("/api/articles", { json });
    answers.push(status, (await teacher.ask(`/api/articles/${id}/copies`, { json: {} })).status);
  }
  expect((await end).status).toBe(204);
  expect(new Set(answers)).not.toContain(500);
  expect(articlesIn(server)).toEqual([server.sampleId]);
  await server.stop();
});

/** The ids of all articles whose text is in the log. */
function articlesIn(server: TestServer): string[] {
  const file = new DatabaseSync(join(server.folder, "updates.db"), { readOnly: true });
  const rows = file.prepare("SELECT name FROM room WHERE name LIKE '%/article'").all();
  file.close();
  return rows.map(({ name }) => String(name).replace("/article", ""));
}
