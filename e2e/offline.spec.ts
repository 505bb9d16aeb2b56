// The connection goes, work goes on, and everything arrives.

import { expect } from "@playwright/test";
import { CutProxy } from "./support/cut-proxy.ts";
import { writeFromPages } from "./support/many-pages.ts";
import { addArticle } from "./support/people.ts";
import { freePort, type Server, startServer } from "./support/server.ts";
import { test } from "./support/test.ts";

const WORDS = Array.from({ length: 20 }, (_, n) => `word${n + 1}.`);

let server: Server;
let proxy: CutProxy;
let baseURL: string;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  const port = await freePort();
  baseURL = `http://127.0.0.1:${port}`;
  server = await startServer({ url: baseURL });
  proxy = new CutProxy(server.port);
  await proxy.listen(port);
});

test.afterAll(async () => {
  proxy.close();
  await server.remove();
});

test("20 annotations made offline survive a reload and arrive", async ({ person }) => {
  const ada = await person("Ada", { baseURL });
  const ben = await person("Ben", { baseURL });
  const article = await addArticle(ada, "Twenty words", WORDS.join(" "));
  await Promise.all([ada.read(article), ben.read(article)]);

  proxy.cut();
  await ada.sees("Offline");
  for (const word of WORDS) await ada.mark(word.slice(0, -1), "c");
  await expect.poll(() => ada.painted("claim-1")).toHaveLength(WORDS.length);
  await ada.sees("Offline");
  await expect(ada.page.reload()).rejects.toThrow(); // there is no server to reload from

  proxy.mend();
  await expect(() => ada.read(article)).toPass(); // the browser's own error page may still be coming
  await expect.poll(() => ada.painted("claim-1")).toHaveLength(WORDS.length);
  // whoever was away for long knocks every 15 seconds
  await expect.poll(() => ben.painted("claim-1"), { timeout: 20_000 }).toHaveLength(WORDS.length);
  const answer = await ben.api.get(`/api/articles/${article}/annotations?format=json`);
  const { annotations } = (await answer.json()) as { annotations: { quote: string }[] };
  expect(annotations.map(({ quote }) => `${quote}.`)).toEqual(WORDS);
});

test("a killed server is waited for, and what was not saved is sent again", async ({ person }) => {
  const ada = await person("Ada", { baseURL });
  const article = await addArticle(ada, "Crash", "Nothing that was saved is lost in a crash.");
  await ada.read(article);
  await ada.mark("Nothing", "c");
  await ada.sees("Saved");

  await server.stop("SIGKILL");
  await ada.sees("Offline");
  await ada.mark("crash", "f");
  server = await startServer({ url: baseURL, data: server.data, port: server.port });

  await ada.sees("Saved");
  const answer = await ada.api.get(`/api/articles/${article}/annotations?format=json`);
  const { annotations } = (await answer.json()) as { annotations: { quote: string }[] };
  expect(annotations.map(({ quote }) => quote)).toEqual(["Nothing", "crash"]);
});

test("what an editor typed offline survives a reload and reaches the others", async ({
  person,
}) => {
  const owner = await person("Olive Owner", { baseURL });
  const data = { token: server.ownerToken };
  expect((await owner.api.post("/api/owner", { data })).ok()).toBe(true);
  const ben = await person("Ben", { baseURL });
  const article = await addArticle(owner, "Draft", "The first sentence stands.");
  await Promise.all([owner.read(article), ben.read(article)]);
  await owner.page.getByRole("button", { name: "Text", exact: true }).click();
  await owner.page.getByRole("button", { name: "Edit the text" }).click();
  await expect(owner.page.getByRole("textbox", { name: "Draft" })).toBeVisible();

  proxy.cut();
  await owner.sees("Offline");
  await owner.clickBefore("The first");
  await owner.page.keyboard.type("Offline, a new one. ");
  await owner.sees("Offline, kept in this browser");
  await expect(owner.page.reload()).rejects.toThrow();

  proxy.mend();
  await expect(() => owner.read(article)).toPass();
  await expect(ben.article).toContainText("Offline, a new one. The first sentence stands.");
  await owner.sees("Saved");
});

test("work that very many pages wrote goes on where it was, on a page that was open and on one that comes back", async ({
  person,
}) => {
  const ada = await person("Ada", { baseURL });
  const ben = await person("Ben", { baseURL });
  const article = await addArticle(
    ada,
    "Many pages",
    "Whoever writes from many pages loses nothing.",
  );
  await Promise.all([ada.read(article), ben.read(article)]);
  await ada.mark("Whoever", "c");
  await ada.sees("Saved");
  await writeFromPages(ada, { origin: server.origin, article, pages: 260 });

  proxy.cut();
  await ada.sees("Offline");
  await ada.mark("loses", "c");
  await ada.sees("Offline, kept in this browser");
  await server.stop();
  server = await startServer({ url: baseURL, data: server.data, port: server.port });
  proxy.mend();
  for (const each of [ada, ben]) {
    await expect.poll(() => each.painted("claim-1")).toEqual(["Whoever", "loses"]);
    await each.sees("Saved");
  }

  // what the browser keeps is the new one
  await ada.mark("nothing", "c");
  await ada.sees("Saved");
  await ada.read(article);
  await expect.poll(() => ada.painted("claim-1")).toEqual(["Whoever", "loses", "nothing"]);
  await ada.mark("many", "c");
  await ada.sees("Saved");
  await expect.poll(() => ben.painted("claim-1")).toHaveLength(4);
});

test("a page that was closed before the work was begun anew brings along what it kept", async ({
  person,
}) => {
  const ada = await person("Ada", { baseURL });
  const article = await addArticle(
    ada,
    "Long away",
    "Whoever was away for long brings along what was kept.",
  );
  await ada.read(article);
  await ada.mark("Whoever", "c");
  await ada.mark("away", "c");
  await ada.sees("Saved");
  await writeFromPages(ada, { origin: server.origin, article, pages: 260 });

  proxy.cut();
  await ada.sees("Offline");
  await ada.mark("brings", "c");
  await ada.sees("Offline, kept in this browser");
  await ada.page.goto("about:blank");
  await server.stop();
  server = await startServer({ url: baseURL, data: server.data, port: server.port });
  proxy.mend();
  await expect(() => ada.read(article)).toPass();
  await expect.poll(() => ada.painted("claim-1")).toEqual(["Whoever", "away", "brings"]);
  await ada.sees("Saved");
  await ada.mark("kept", "c");
  await ada.sees("Saved");
  await ada.read(article);
  await expect.poll(() => ada.painted("claim-1")).toHaveLength(4);
});
