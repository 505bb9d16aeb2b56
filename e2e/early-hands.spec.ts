// What is done before the page is alive, on a connection that is slow with scripts.

import { expect, type Page } from "@playwright/test";
import { openClass } from "./support/class.ts";
import { test } from "./support/test.ts";

/** Holds the scripts of the page back until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test("what is typed, chosen and sent before the page is alive counts as soon as it is", async ({
  owner,
  browser,
}) => {
  const { space, code } = await openClass(owner);
  const context = await browser.newContext();
  const page = await context.newPage();
  const letGo = await holdScripts(page);
  await page.goto(`${new URL(owner.page.url()).origin}/join`, { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await page.getByRole("textbox", { name: "Your name here" }).fill("Early Bird");
  await page.getByRole("button", { name: "Come in" }).click();
  letGo();
  await expect(page).toHaveURL(new RegExp(`/spaces/${space}$`));
  await page.goto(new URL("/", page.url()).href);
  await expect(page.getByText("Early Bird")).toBeVisible();
  await context.close();
});

test("a button that is pressed before the page is alive does what it says", async ({ ada }) => {
  const { page } = ada;
  const letGo = await holdScripts(page);
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("combobox", { name: "Interface language" }).selectOption("Deutsch");
  await page.getByRole("button", { name: "Leave" }).click();
  letGo();
  await expect(page.getByRole("button", { name: "Endgültig gehen" })).toBeVisible();
});

test("a choice counts also where the page draws its field anew before it listens", async ({
  ada,
}) => {
  const { page } = ada;
  const letGo = await holdScripts(page);
  await page.goto("/", { waitUntil: "commit" });
  const languages = page.getByRole("combobox", { name: "Interface language" });
  await languages.selectOption("Deutsch");
  // as React does for a field whose value is given, without an event
  await languages.evaluate((field: HTMLSelectElement) => {
    field.value = "en";
  });
  letGo();
  await expect(page.getByRole("link", { name: "Artikel hinzufügen" })).toBeVisible();
});
