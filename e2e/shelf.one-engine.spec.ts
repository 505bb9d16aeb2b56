// The library as its editors keep it: articles tagged, put away, copied and moved, and how far each is.

import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./support/codebook.ts";
import { expectOpenToAll } from "./support/open-to-all.ts";
import type { Person } from "./support/people.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

async function spaceNamed(chief: Person, name: string): Promise<string> {
  const data = { name, template: "class" };
  const { id } = await (await chief.api.post("/api/spaces", { data })).json();
  await chief.api.patch(`/api/spaces/${id}`, { data: { waitingRoom: false } });
  return id;
}

async function articleIn(chief: Person, space: string, title: string): Promise<string> {
  const data = { space, title, text: TEXT };
  return (await (await chief.api.post("/api/articles", { data })).json()).id;
}

async function openLibrary(page: Page): Promise<void> {
  await page.goto("/");
  // a menu that is opened before the page is alive is empty
  await page.waitForLoadState("networkidle");
}

/** The articles of a space in the library. */
const listOf = (page: Page, space: string): Locator =>
  page.locator("section").filter({ has: page.getByRole("link", { name: space, exact: true }) });

const rowOf = (list: Locator, title: string): Locator =>
  list.getByRole("link", { name: new RegExp(`^${title.replace(/[()]/g, "\\$&")} `) });

async function choose(page: Page, title: string, choice: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${title}`, exact: true }).click();
  await page.getByRole("button", { name: choice, exact: true }).click();
}

test("a teacher tags an article and finds it by its tag, and by going back all of them", async ({
  chief,
}) => {
  const { page } = chief;
  const first = await spaceNamed(chief, "8a");
  await articleIn(chief, first, "The plan");
  await articleIn(chief, first, "The bridge");
  await openLibrary(page);
  await choose(page, "The plan", "Tags…");
  const dialog = page.getByRole("dialog", { name: "Tags of “The plan”" });
  const field = dialog.getByRole("textbox", { name: "New tag" });
  await field.fill("  local   news ");
  await field.press("Enter");
  await field.fill("Politik");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();

  const filter = page.getByRole("navigation", { name: "Filter by tag" });
  await filter.getByRole("link", { name: "local news" }).click();
  await expect(page).toHaveURL(/\?tag=local%20news$/);
  const list = listOf(page, "8a");
  await expect(rowOf(list, "The bridge")).toBeHidden();
  await expect(rowOf(list, "The plan")).toBeVisible();
  await expect(filter.getByRole("link", { name: "local news" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await page.goBack();
  await expect(rowOf(list, "The bridge")).toBeVisible();
  await page.getByRole("searchbox").fill("politi");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await page.getByRole("link", { name: "Politik" }).click();
  await expect(page).toHaveURL(/\?tag=Politik$/);
  await expect(rowOf(list, "The plan")).toBeVisible();
});

test("a teacher archives, copies and moves articles, and takes it back", async ({
  chief,
  enter,
}) => {
  const { page } = chief;
  const first = await spaceNamed(chief, "8a");
  await spaceNamed(chief, "8b");
  const plan = await articleIn(chief, first, "The plan");
  await openLibrary(page);
  const [a, b] = [listOf(page, "8a"), listOf(page, "8b")];

  // by keyboard alone
  await page.getByRole("button", { name: "Actions for The plan" }).press("Enter");
  await page.getByRole("button", { name: "Archive", exact: true }).press("Enter");
  await expect(rowOf(a, "The plan")).toBeHidden();
  await expect(page.getByRole("status")).toHaveText("“The plan” is archived");
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(rowOf(a, "The plan")).toBeVisible();
  await choose(page, "The plan", "Archive");
  await a.getByText("Archived (1)").click();
  await choose(page, "The plan", "Bring back");
  await expect(a.getByText("Archived (1)")).toBeHidden();

  await choose(page, "The plan", "Duplicate…");
  await page.getByRole("combobox", { name: "Space" }).last().selectOption({ label: "8b" });
  await page.getByRole("button", { name: "Duplicate", exact: true }).click();
  await expect(rowOf(b, "The plan (copy)")).toBeVisible();
  await choose(page, "The plan (copy)", "Move…");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Space" }).selectOption({ label: "8a" });
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(rowOf(a, "The plan (copy)")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(b, "The plan (copy)")).toBeVisible();

  const { code } = await (await chief.api.post(`/api/spaces/${first}/code`, { data: {} })).json();
  const ben = await enter("Ben");
  await ben.api.post("/api/joins", { data: { code } });
  await ben.read(plan);
  await ben.mark("slammed", "f", "1");
  await ben.sees("Saved");
  const archived = ben.page.getByText("Archived: everybody can read this, nobody can write.");
  await chief.api.patch(`/api/articles/${plan}`, { data: { archived: true } });
  await expect(archived).toBeVisible();
  await expect(ben.page.getByRole("button", { name: "Undo" })).toBeHidden();
  await expect(ben.card("slammed")).toBeVisible();
  await chief.api.patch(`/api/articles/${plan}`, { data: { archived: false } });
  await expect(ben.page.getByRole("button", { name: "Undo" })).toBeVisible();
  await expect(archived).toBeHidden();
  await openLibrary(ben.page);
  const own = rowOf(listOf(ben.page, "8a"), "The plan");
  await expect(own).toContainText("1 note of yours");
  await expect(own).toContainText("Opened");
  await ben.page.getByRole("button", { name: "Actions for The plan" }).click();
  await expect(ben.page.getByRole("button", { name: "Download…" })).toBeVisible();
  await expect(ben.page.getByRole("button", { name: "Archive" })).toBeHidden();
  await openLibrary(page);
  await expect(rowOf(a, "The plan")).toContainText("1 person, 1 note");
  await choose(page, "The plan", "Move…");
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Duplicate it there instead.");
});

test("the library is open to all: by axe, by finger, on a phone", async ({
  browserName,
  chief,
  enter,
}) => {
  test.skip(browserName === "firefox", "Firefox on a desk cannot pretend to have a touch screen");
  const first = await spaceNamed(chief, "8a");
  const plan = await articleIn(chief, first, "The plan");
  const tags = ["local news", "سياسة", "A rather long tag about a long matter"];
  await chief.api.patch(`/api/articles/${plan}`, { data: { tags } });
  const old = await articleIn(chief, first, "The old plan");
  await chief.api.patch(`/api/articles/${old}`, { data: { archived: true } });
  const phone = await enter("Chief", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    storageState: await chief.context.storageState(),
  });
  for (const [{ page }, by] of [
    [chief, "pointer"],
    [phone, "finger"],
  ] as const) {
    await openLibrary(page);
    await page.getByText("Archived (1)").click();
    await expectOpenToAll(page, `the library by ${by}`, by);
    await choose(page, "The plan", "Tags…");
    await expect(page.getByRole("textbox", { name: "New tag" })).toBeVisible();
    await expectOpenToAll(page, `its tags by ${by}`, by);
    await page.keyboard.press("Escape");
    await choose(page, "The plan", "Duplicate…");
    await expect(page.getByRole("dialog").getByRole("textbox")).toBeVisible();
    await expectOpenToAll(page, `its copy by ${by}`, by);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Actions for The plan" }).click();
    await expectOpenToAll(page, `its menu by ${by}`, by);
  }
});
