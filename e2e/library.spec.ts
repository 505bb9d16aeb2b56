// Coming in for the first time, and adding an article of one's own.

import { expect } from "@playwright/test";
import { test } from "./support/test.ts";

test("a newcomer is in the sample article with one click, under the offered name", async ({
  page,
}) => {
  await page.goto("/");
  const name = await page.getByRole("textbox", { name: "Your name here" }).inputValue();
  expect(name).toMatch(/^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u);
  await page.getByRole("button", { name: "Open the sample article" }).click();
  await expect(page.getByRole("article")).toContainText("As the tension in the Gaza Strip");

  await page.goto("/");
  await expect(page.getByText(name)).toBeVisible(); // the same person in the same browser
  await expect(page.getByRole("link", { name: /Diplomatic Endeavors/ })).toBeVisible();
});

test("a stranger is asked for a name before an article is shown", async ({ person, page }) => {
  const ada = await person("Ada");
  const listed = await ada.api.get("/api/articles");
  const { articles } = (await listed.json()) as { articles: { id: string; title: string }[] };
  const sample = articles.find(({ title }) => title.startsWith("Diplomatic Endeavors"));
  await page.goto(`/articles/${sample?.id}`);
  await expect(page.getByText("As the tension")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Your name here" }).fill("Ben");
  await page.getByRole("button", { name: /read and mark/i }).click();
  await expect(page.getByRole("article")).toContainText("As the tension");
});

test("an address that leads nowhere says so", async ({ person }) => {
  const ada = await person("Ada");
  await ada.page.goto("/articles/AAAAAAAAAAAAAAAAAAAAAA");
  await expect(ada.page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
