// A phone: touch, a narrow screen, notes in a sheet.

import { expect } from "@playwright/test";
import { addArticle, readTogether } from "./support/people.ts";
import { NO_PHONE, PHONE } from "./support/phone.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

test("words are marked with two taps, and a tapped highlight shows its note", async ({
  person,
  browserName,
}) => {
  test.skip(browserName === "firefox", NO_PHONE);
  const ada = await person("Ada", PHONE);
  const article = await addArticle(ada, "The plan", TEXT);
  await ada.read(article);
  await ada.page.evaluate(() => {
    // what a long press does: the browser itself selects the word under the finger
    const text = document.querySelector("[data-article] p")?.firstChild;
    if (text) document.getSelection()?.setBaseAndExtent(text, 8, text, 15);
  });
  const bar = ada.page.getByRole("toolbar", { name: /mark/i });
  await expect(bar).toBeVisible();
  for (const button of await bar.getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
  await bar.getByRole("button", { name: /framing/i }).tap();
  await ada.page.getByRole("button", { name: /loaded/i }).tap();
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);

  await ada.tap("slammed");
  await expect(ada.page.getByRole("region", { name: "Notes" })).toContainText("slammed");
  const overflow = await ada.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("what others mark is new in the sheet until it was opened", async ({
  ada,
  person,
  browserName,
}) => {
  test.skip(browserName === "firefox", NO_PHONE);
  const ben = await person("Ben", PHONE);
  await readTogether([ada, ben], "The plan", TEXT);
  await ada.mark("slammed", "f", "1", "Escape");
  await ben.page.getByRole("button", { name: "New. 1 note" }).tap();
  const sheet = ben.page.getByRole("region", { name: "Notes" });
  await expect(sheet.getByRole("listitem")).toContainText("New.");
  await sheet.getByRole("figure").tap();
  await expect.poll(() => ben.painted("selected")).toEqual(["slammed"]);
  await sheet.getByRole("button", { name: "Close" }).tap();
  await expect(ben.page.getByRole("button", { name: "1 note", exact: true })).toBeVisible();
});
