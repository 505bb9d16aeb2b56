// A locked article gets a new text, and everybody's notes go along.

import { expect } from "@playwright/test";
import { addArticle } from "./support/people.ts";
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

  await dialog.getByLabel("New text").fill(REVISED);
  await dialog.getByRole("button", { name: "See what changes" }).click();
  await expect(dialog.getByText("1 note stays as it is")).toBeVisible();
  await expect(dialog.getByText("Furious residents becomes Some residents")).toBeVisible();
  await expect(dialog.getByText("four million is gone")).toBeVisible();
  await expect(ada.article).toContainText("Repairs will cost");

  await dialog.getByRole("button", { name: "Replace the text" }).click();
  await expect(dialog.getByText("The text is replaced")).toBeVisible();
  await expect(dialog.getByText("Version 2")).toBeVisible();
  await expect(ada.article).toContainText("A correction stands below.");
  await expect(ada.article).not.toContainText("Repairs will cost");
  await expect.poll(() => ada.painted("entity-1")).toEqual(["Mill Bridge"]);
  await expect.poll(() => ada.painted("framing-1")).toEqual(["Some residents"]);
});
