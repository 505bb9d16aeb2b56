// A locked article gets a new text, and everybody's notes go along.

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator } from "@playwright/test";
import { addArticle } from "./support/people.ts";
import { startServer } from "./support/server.ts";
import { test } from "./support/test.ts";

const TEXT = `The council closed Mill Bridge on Monday.

Furious residents say the mayor ignored warnings for years.

Repairs will cost four million, the council expects.`;

const REVISED = `The council closed Mill Bridge on Monday night.

A correction stands below.

Some residents say the mayor ignored warnings for years.`;

test("the owner locks the text, brings in a correction, and sees what became of the notes", async ({
  owner,
  ada,
}) => {
  const article = await addArticle(ada, "Bridge closed", TEXT);
  await Promise.all([ada.read(article), owner.read(article)]);
  await ada.mark("Mill Bridge", "e", "3");
  await ada.mark("Furious residents", "f", "1");
  await ada.mark("four million", "c", "2");

  const bar = owner.page.getByRole("banner");
  await bar.getByRole("button", { name: "Text" }).click();
  await owner.page.getByRole("button", { name: "Lock the text" }).click();
  await owner.page.getByRole("button", { name: "Versions…" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Versions of the text" });
  await expect(dialog.getByText("Version 1")).toBeVisible();

  const file = { name: "bridge.md", mimeType: "text/markdown", buffer: Buffer.from(REVISED) };
  await dialog.getByLabel("Choose a file").setInputFiles(file);
  await expect(dialog.getByText("four million is gone")).toBeVisible();
  await dialog.getByRole("button", { name: "Leave the text as it is" }).click();

  await dialog.getByLabel("New text").fill(REVISED);
  await dialog.getByRole("button", { name: "See what changes" }).click();
  await expect(dialog.getByText("1 note stays as it is")).toBeVisible();
  await expect(dialog.getByText("Furious residents becomes Some residents")).toBeVisible();
  await expect(dialog.getByText("four million is gone")).toBeVisible();
  await expect(ada.article).toContainText("Repairs will cost");

  await dialog.getByRole("button", { name: "Keep as new version" }).click();
  await expect(dialog.getByText("The text is replaced")).toBeVisible();
  await expect(dialog.getByText("Version 2")).toBeVisible();
  await expect(ada.article).toContainText("A correction stands below.");
  await expect(ada.article).not.toContainText("Repairs will cost");
  await expect.poll(() => ada.painted("entity-1")).toEqual(["Mill Bridge"]);
  await expect.poll(() => ada.painted("framing-1")).toEqual(["Some residents"]);
});

const STORY = `<h1>The harbour opens again</h1>
<p>After nine years of work the old harbour has opened again, and half of the town came to see it.</p>
<p>The mayor said that nobody had believed in it but the fishers, who paid the first stone.</p>
<p>Boats leave for the islands every hour, and the last one comes back at ten in the evening.</p>`;

const STORY_NOW = `${STORY.replace("nine years", "eleven years").replace(/<p>The mayor.*\n/, "")}
<p>A correction: an earlier version of this story was wrong about the years of work at the harbour.</p>
<p>Subscribe to our letter and never miss a harbour again, wherever you are and whatever you do.</p>`;

test("an editor asks the source whether it has changed, sees what, and keeps it without the advertisement", async ({
  person,
}) => {
  let story = STORY;
  const site = createServer((_, response) => {
    const page = `<!doctype html><html lang="en"><title>The harbour opens again</title><main><article>${story}</article></main>`;
    response.setHeader("content-type", "text/html").end(page);
  }).listen(0, "127.0.0.1");
  await once(site, "listening");
  const server = await startServer({ program: "server/main-of-sites.test-kit.ts" });
  const chief = await person("Chief", { baseURL: server.origin });
  await chief.api.post("/api/owner", { data: { token: server.ownerToken } });
  const { port } = site.address() as AddressInfo;
  const url = `http://site.example:${port}/harbour`;
  const { id } = await (await chief.api.post("/api/articles", { data: { url } })).json();
  const path = `/api/articles/${id}`;
  for (const exact of ["half of the town", "nine years", "the fishers"]) {
    await chief.api.post(`${path}/annotations`, { data: { kind: "claim", quote: { exact } } });
  }
  await chief.api.patch(path, { data: { locked: true } });
  await chief.read(id);
  const { page } = chief;
  await page.getByRole("banner").getByRole("button", { name: "Text" }).click();
  await page.getByRole("button", { name: "Versions…" }).click();
  const dialog = page.getByRole("dialog", { name: "Versions of the text" });
  await expect(dialog.getByText("This text comes from site.example")).toBeVisible();

  await dialog.getByRole("button", { name: "Check the source for changes" }).press("Enter");
  await expect(dialog.getByText("Nothing has changed.")).toBeVisible();
  await dialog.getByRole("button", { name: "Back" }).press("Enter");

  story = STORY_NOW;
  await dialog.getByRole("button", { name: "Check the source for changes" }).press("Enter");
  await expect(dialog.getByText("1 paragraph was changed")).toBeVisible();
  const changes = dialog.getByRole("list", { name: "What changes in the text" });
  await expect(changes.getByRole("deletion")).toHaveText(["nine", /^The mayor said/]);
  await expect(changes.getByRole("insertion")).toHaveText([
    "eleven",
    /^A correction/,
    /^Subscribe/,
  ]);
  await expect(dialog.getByText("1 note stays as it is")).toBeVisible();
  await expect(dialog.getByText("nine years becomes eleven years")).toBeVisible();
  await expect(dialog.getByText("the fishers is gone")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // nothing of the text shows below the buttons
  const keep = dialog.getByRole("button", { name: "Keep as new version" }).locator("..");
  const endOf = (box: Locator) => box.evaluate((it) => it.getBoundingClientRect().bottom);
  expect(Math.abs((await endOf(dialog)) - (await endOf(keep)))).toBeLessThan(3);

  const letter = changes.getByRole("listitem").filter({ hasText: "Subscribe" });
  await letter.getByRole("checkbox", { name: "Take it in" }).press("Space");
  await expect(letter.getByText("Left out")).toBeVisible();
  await dialog.getByRole("button", { name: "Keep as new version" }).press("Enter");
  await expect(dialog.getByText("The text is replaced")).toBeVisible();
  await expect(dialog.getByText("Version 2")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(chief.article).toContainText("A correction");
  await expect(chief.article).not.toContainText("Subscribe");
  await expect.poll(() => chief.painted("claim-1")).toEqual(["eleven years", "half of the town"]);

  // what was left out is left out again
  await page.getByRole("banner").getByRole("button", { name: "Text" }).click();
  await page.getByRole("button", { name: "Versions…" }).click();
  await dialog.getByRole("button", { name: "Check the source for changes" }).press("Enter");
  await expect(dialog.getByText("Nothing has changed.")).toBeVisible();
  await server.remove();
  site.close();
});
