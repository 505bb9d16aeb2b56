// Nothing that axe can find, on any page, in light and dark, wide and narrow.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { addArticle, type Person } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

for (const colorScheme of ["light", "dark"] as const) {
  test(`library and article have no violation in the ${colorScheme}`, async ({ person }) => {
    const ada = await person("Ada", { colorScheme });
    const article = await addArticle(ada, "The plan", TEXT);
    await ada.page.goto("/");
    await expectClean(ada.page);
    await showCards(ada, article);
    await expectClean(ada.page);
    await ada.select("naive");
    await expect(ada.page.getByRole("toolbar", { name: /mark/i })).toBeVisible();
    await expectClean(ada.page);
  });
}

test("the door has no violation", async ({ page }) => {
  await page.goto("/");
  await expectClean(page);
});

test("the article has no violation on a phone", async ({ person }) => {
  const ada = await person("Ada", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const article = await addArticle(ada, "The plan", TEXT);
  await ada.read(article);
  await expectClean(ada.page);
});

async function showCards(who: Person, article: string): Promise<void> {
  await who.read(article);
  await who.mark("slammed", "f", "1");
  await who.mark("minister", "e", "1");
  await expect(who.card("slammed")).toBeVisible();
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html) }))).toEqual(
    [],
  );
}
