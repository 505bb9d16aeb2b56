// A pupil is erased by the teacher while a neighbour marks on; a guest takes their data along and erases themself.

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { openClass, pupilReads } from "./support/class.ts";
import { rewrite, test } from "./support/codebook.ts";
import { savedBy } from "./support/saved-file.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

test("a teacher erases a pupil: the pupil is told in a sentence, the others go on", async ({
  chief,
  server,
  browser,
}) => {
  const { page } = chief;
  const { space, code } = await openClass(chief);
  const data = { space, title: "The plan", text: TEXT };
  const { id: article } = await (await chief.api.post("/api/articles", { data })).json();
  const at = { origin: server.origin, space, code, article };
  const otter = await pupilReads(browser, at, "Curious Otter");
  const fox = await pupilReads(browser, at, "Brave Fox");
  await otter.mark("slammed", "f", "1", "Escape");
  await fox.mark("naive", "f", "1", "Escape");
  await expect(fox.card("slammed")).toBeVisible();

  await page.goto(`/spaces/${space}/people`);
  await page.getByRole("button", { name: "Actions for Curious Otter" }).click();
  const file = await savedBy(page, () =>
    page.getByRole("button", { name: "Download their data" }).click(),
  );
  expect(file.name).toBe("Curious-Otter.json");
  expect(file.text).toContain("slammed");
  await page.getByRole("button", { name: "Actions for Curious Otter" }).click();
  await page.getByRole("button", { name: "Erase…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Erase" })).toBeDisabled();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await rewrite(dialog.getByRole("textbox"), "Curious Otter");
  const began = performance.now();
  await dialog.getByRole("button", { name: "Erase" }).click();
  await expect(otter.page.getByText("You may no longer open this article.")).toBeVisible();
  expect(performance.now() - began).toBeLessThan(5000);
  await expect(page.getByText("2 people are in")).toBeVisible();
  await expect(page.getByText("Curious Otter")).toBeHidden();
  await expect(page.getByRole("listitem").filter({ hasText: "Brave Fox" })).toBeFocused();

  await expect(fox.card("slammed")).toBeHidden();
  await expect(fox.card("naive")).toBeVisible();
  await fox.mark("minister", "e", "1", "Escape");
  await fox.sees("Saved");
  await Promise.all([otter.context.close(), fox.context.close()]);
});

test("a guest takes their data along and erases themself", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  await page.goto("/account");
  const { name } = await savedBy(page, () =>
    page.getByRole("button", { name: "Download my data" }).click(),
  );
  expect(name).toBe("Ada-Lovelace.json");
  await page.getByRole("button", { name: "Erase me" }).click();
  const dialog = page.getByRole("dialog");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await rewrite(dialog.getByRole("textbox"), "Ada Lovelace");
  await dialog.getByRole("button", { name: "Erase me for good" }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await (await ada.api.get("/api/session")).json()).toEqual({ user: null });
});
