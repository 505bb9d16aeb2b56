// People at one article: what each writes reaches the disk, the writer's ear and the others, in this order.

import { afterEach, expect, test } from "vitest";
import { articleFragment } from "#domain/article.ts";
import { ANSWER, PEOPLE, READY, ROOM } from "#domain/wire.ts";
import { TestClient } from "./test-client.ts";
import { paragraphOf, startTestServer, type TestServer, until } from "./test-server.ts";

let server: TestServer;
const clients: TestClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.cut();
  await server.close();
});

async function join(user: string, articleId = "article"): Promise<TestClient> {
  const client = new TestClient(server, articleId, user);
  clients.push(client);
  await client.connect();
  await until(() => client.isReady, `${user} is ready`);
  return client;
}

async function open(roles: Readonly<Record<string, "owner" | "editor" | "annotator" | "viewer">>) {
  server = await startTestServer();
  for (const [user, role] of Object.entries(roles)) server.roles.set(user, role);
  await server.rooms.create("article", paragraphOf("The mayor lied."));
}

test("[S5] what one writes reaches the others, after it was answered as stored", async () => {
  await open({ ada: "annotator", ben: "annotator" });
  const [ada, ben] = [await join("ada"), await join("ben")];
  ada.layer().getMap("fields").set("one", 1);
  await until(() => ben.layer("ada").getMap("fields").get("one") === 1, "ben sees it");
  await until(() => ada.isSaved, "ada is told");
  expect(ada.heard.indexOf(ANSWER)).toBeLessThan(ada.heard.indexOf(ROOM));
  expect(server.log.read("article/layer/ada", 0)).toHaveLength(1);
  expect(ben.people.get("ada")?.name).toBe("ada");
  expect(ben.heard.indexOf(PEOPLE)).toBeLessThan(ben.heard.indexOf(ROOM));
});

test("[S5] an editor's words reach everyone, a reader's nobody", async () => {
  await open({ eva: "editor", ben: "annotator" });
  const [eva, ben] = [await join("eva"), await join("ben")];
  await until(() => articleFragment(ben.article).toString().includes("mayor"), "the text");
  const text = articleFragment(eva.article);
  await until(() => text.length === 1, "the text");
  text.get(0).insert(0, []);
  const paragraph = text.get(0);
  eva.article.transact(() => text.delete(0, 1));
  expect(paragraph).toBeDefined();
  await until(() => articleFragment(ben.article).length === 0, "ben sees the deletion");
  await until(() => eva.isSaved, "eva is told");
  expect(ben.heard).toContain(READY);
});
