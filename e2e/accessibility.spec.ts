// Nothing that axe can find, on any page, in light and dark, wide and narrow.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { addArticle, type Person, readTogether } from "./support/people.ts";
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

test("the list and the activity have no violation, as table and as cards", async ({ person }) => {
  const ada = await person("Ada");
  const article = await addArticle(ada, "The plan", TEXT);
  await showCards(ada, article);
  await ada.page.getByRole("button", { name: "All notes" }).click();
  await ada.page.getByLabel("Group by").selectOption("Kind");
  await expect(ada.page.getByRole("table")).toBeVisible();
  await expectClean(ada.page);
  await ada.page.getByRole("tab", { name: "Activity" }).click();
  await expect(ada.page.getByRole("heading", { name: "today" })).toBeVisible();
  await expectClean(ada.page);

  await ada.page.setViewportSize({ width: 390, height: 844 });
  await ada.page.getByRole("tab", { name: "All notes" }).click();
  await expect(ada.page.getByRole("button", { name: "slammed" })).toBeVisible();
  await expectClean(ada.page);
});

test("what others mark is said in one sentence", async ({ ada, ben }) => {
  await readTogether([ada, ben], "The plan", TEXT);
  const said = ada.page.locator("[aria-live=polite]").getByText("Ben added");
  await ben.mark("slammed", "f", "1");
  await ben.mark("minister", "e", "1");
  await expect(said).toHaveText(/Ben added 2 notes/);
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
