// Finding articles and notes from the library.

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { addArticle } from "./support/people.ts";
import { test } from "./support/test.ts";

test("a word of somebody's note is found, and leads to the note in its article", async ({
  person,
}) => {
  const [ada, ben] = [await person("Ada"), await person("Ben")];
  const article = await addArticle(ada, "The harbour", "Cranes stood still in the harbour.");
  const annotations = `/api/articles/${article}/annotations`;
  const note = "Zugzwang, who says so?";
  await ada.api.post(annotations, { data: { kind: "claim", start: 13, end: 19, note } });
  await ben.page.goto("/");
  const field = ben.page.getByRole("searchbox", { name: "Search articles and notes" });
  await field.pressSequentially("zugzw");
  const found = ben.page.getByRole("region", { name: "What was found" });
  await expect(found.getByRole("status")).toHaveText("Found in 1 article.");
  await expect(found.getByRole("link", { name: /Claim.*Ada.*Zugzwang/ })).toBeVisible();
  expect((await new AxeBuilder({ page: ben.page }).analyze()).violations).toEqual([]);
  await ben.page.keyboard.press("Tab");
  await ben.page.keyboard.press("Tab");
  await ben.page.keyboard.press("Enter");
  await expect(ben.card("Zugzwang")).toBeVisible();
  await ben.page.goBack();
  await expect(field).toHaveValue("zugzw");
  await expect(found.getByRole("link", { name: /Zugzwang/ })).toBeVisible();
});

test("what is not found is said, and Esc brings the library back", async ({ person }) => {
  const ada = await person("Ada");
  await ada.page.goto("/");
  const lists = ada.page.getByRole("link", { name: "Codebook" }).first();
  await expect(lists).toBeVisible();
  const field = ada.page.getByRole("searchbox");
  await field.pressSequentially("qwertyuiopasdf");
  await expect(ada.page.getByText("Nothing found for “qwertyuiopasdf”.")).toBeVisible();
  await expect(lists).toBeHidden();
  await field.press("Escape");
  await expect(field).toHaveValue("");
  await expect(lists).toBeVisible();
});
