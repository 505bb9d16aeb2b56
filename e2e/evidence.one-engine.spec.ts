// A page of evidence, opened from a disk by somebody who has no network and no Postil.

import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { PAYLOADS, packed, watchFor } from "./support/payloads.ts";
import { test } from "./support/test.ts";

test("[FO9] a saved page of evidence is read offline and by keyboard, and nothing in it runs", async ({
  owner,
  browser,
}, info) => {
  const text = PAYLOADS.join("\n\n");
  const made = await owner.api.post("/api/articles", { data: { title: PAYLOADS[0], text } });
  const { id } = (await made.json()) as { id: string };
  for (const [start, note] of packed(2000).entries()) {
    const data = { kind: "claim", start, end: start + 20, note };
    expect((await owner.api.post(`/api/articles/${id}/annotations`, { data })).ok()).toBe(true);
  }
  const answer = await owner.api.get(`/api/articles/${id}/annotations?format=evidence`);
  const path = info.outputPath("evidence.html");
  await writeFile(path, await answer.body());

  // the page's own policy is lifted, so that only what it says keeps words from running
  const context = await browser.newContext({ bypassCSP: true, offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const watch = watchFor(page);
  const address = pathToFileURL(path).href;
  await page.goto(address);
  await expect(page.getByRole("article")).toContainText(PAYLOADS.at(-1) ?? "");

  await page.getByRole("link", { name: "Note 1", exact: true }).focus();
  await page.keyboard.press("Enter");
  const note = page.locator("#n1");
  await expect(note).toBeInViewport();
  await note.getByRole("link", { name: "Back to passage 1" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${address}#p1`);

  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await watch.expectNone()).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(address))).toEqual([]);
  await context.close();
});
