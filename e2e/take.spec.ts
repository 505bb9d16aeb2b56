// What people take along: an article as a file, a space as a zip, and the sentence when there is none.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import { addArticle } from "./support/people.ts";
import { savedBy } from "./support/saved-file.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

const press = (at: Locator | Page, name: string): Promise<void> =>
  at.getByRole("button", { name, exact: true }).click();

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include("dialog[open]").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("an article is downloaded with the notes that were chosen, and its losses are told before", async ({
  ada,
  ben,
}) => {
  const article = await addArticle(ada, "The plan", TEXT);
  for (const [who, exact, kind] of [
    [ada, "slammed", "framing"],
    [ben, "minister", "entity"],
  ] as const) {
    const data = { kind, quote: { exact }, note: `says ${who.name}` };
    await who.api.post(`/api/articles/${article}/annotations`, { data });
  }
  await ada.read(article);
  await press(ada.page, "View");
  await press(ada.page, "Download");
  const dialog = ada.page.getByRole("dialog", { name: "Download" });
  await expect(ada.page.getByRole("dialog", { name: "View" })).toBeHidden();
  await dialog.getByText("Annotation tools").click();
  await dialog.getByRole("radio", { name: /^doccano/ }).check();
  await expect(dialog.getByText("Not in this file: what is written in 2 notes")).toBeVisible();
  await dialog.getByText("Spreadsheets").click();
  await dialog.getByRole("radio", { name: /^CSV/ }).check();
  const whatGoesIn = dialog.getByText("What goes into it");
  expect(await whatGoesIn.evaluate(isAtHand)).toBe(true);
  await whatGoesIn.click();
  await dialog.getByRole("checkbox", { name: "Ben" }).uncheck();
  await expect(dialog.getByText("In it, people go by aliases.")).toBeVisible();
  await dialog.getByRole("radio", { name: "The names that you see" }).check();
  await expect(dialog.getByText("1 note goes into the file.")).toBeVisible();
  await expectClean(ada.page);

  const { name, text } = await savedBy(ada.page, () => press(dialog, "Download"));
  expect(name).toBe("The plan.csv");
  expect(text).toContain("says Ada");
  expect(text).not.toContain("says Ben");
  await expect(dialog.getByText(/^“The plan.csv” is downloaded/)).toBeVisible();

  await ada.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  // which window is in front does not matter here
  const focused = () => ada.page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe("View");
  await press(ada.page, "View");
  await press(ada.page, "Download");
  await expect(dialog.getByRole("radio", { name: /^CSV/ })).toBeChecked();
  await dialog.getByText("Only the article").click();
  await dialog.getByRole("radio", { name: /^Plain text/ }).check();
  const alone = await savedBy(ada.page, () => press(dialog, "Download"));
  expect([alone.name, alone.text]).toEqual(["The plan.txt", TEXT]);
});

test("a space is downloaded as a zip; when that is refused, a sentence says why", async ({
  owner,
}) => {
  const { page, api } = owner;
  const made = await api.post("/api/spaces", { data: { name: "Class 8a", template: "class" } });
  const space = (await made.json()).id;
  const data = { space, title: "The plan", text: TEXT };
  expect((await api.post("/api/articles", { data })).status()).toBe(201);
  await page.route("**/export?*", (route) =>
    route.fulfill({ status: 503, json: { detail: "Later.", code: "too-busy" } }),
  );
  await page.goto(`/spaces/${space}/settings`);
  await press(page, "Download everything first");
  await expect(page.getByText("Several files are being written just now.")).toBeVisible();
  await page.unroute("**/export?*");
  const whole = await savedBy(page, () => press(page, "Download everything first"));
  expect(whole.text.slice(0, 2)).toBe("PK");
  await expect(page.getByText("Several files are being written just now.")).toBeHidden();

  await page.goto(`/spaces/${space}`);
  await press(page, "Download");
  const dialog = page.getByRole("dialog", { name: /^Download all articles of/ });
  await expect(dialog.getByText("There are no notes yet.")).toBeVisible();
  const { name, text } = await savedBy(page, () => press(dialog, "Download"));
  expect([name, whole.name]).toEqual(["Class 8a.zip", "Class 8a.zip"]);
  expect(text.slice(0, 2)).toBe("PK");
});

/** Whether a press reaches it as the page stands. */
function isAtHand(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}
