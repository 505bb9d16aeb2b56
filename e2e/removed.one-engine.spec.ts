// Somebody is removed from Postil: what they said stays, without their name.

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect } from "@playwright/test";
import { type Server, startServer } from "./support/server.ts";
import { meet, open, reply, write } from "./support/talk.ts";
import { test } from "./support/test.ts";

let server: Server;

test.beforeAll(async () => {
  server = await startServer();
});

test.afterAll(() => server.remove());

test("a thread with somebody who was removed can still be read", async ({ person }) => {
  const baseURL = server.origin;
  const [ada, ben] = [await person("Ada", { baseURL }), await person("Ben", { baseURL })];
  const article = await meet(ada, ben);
  const his = await open(ben, "slammed");
  await write(reply(his), "It is a fair word.");
  await reply(his).press("ControlOrMeta+Enter");
  await his.getByRole("button", { name: "Disagree" }).click();
  await ben.mark("minister", "e", "1", "Escape");
  await ben.sees("Saved");
  await ben.context.close();

  const database = new DatabaseSync(join(server.data, "postil.db"), { timeout: 5000 });
  database.prepare("DELETE FROM user WHERE id = ?").run(ben.id);
  database.close();
  await ada.read(article);
  const hers = await open(ada, "slammed");
  await expect(hers.getByRole("listitem")).toContainText(/Removed member.*It is a fair word\./s);
  await expect(hers).toContainText("Removed member");
  await expect(hers).not.toContainText("Ben");
  await expect(ada.card("minister")).toContainText("Removed member");
});
