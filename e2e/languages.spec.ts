// The interface speaks the language that somebody chose, and the article keeps its own.

import { expect, type Page } from "@playwright/test";
import { addArticle } from "./support/people.ts";
import { test } from "./support/test.ts";

const chooser = (page: Page) => page.getByRole("combobox", { name: "Interface language" });

test("a newcomer is met in the language of the browser, before any script has run", async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: "de-AT", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("button", { name: "Beispielartikel öffnen" })).toBeVisible();
  await context.close();
});

test("a chosen language is spoken at once, and still after a reload", async ({ person }) => {
  const ada = await person("Ada");
  await ada.page.goto("/");
  await chooser(ada.page).selectOption("Français");
  const link = ada.page.getByRole("link", { name: "Ajouter un article" });
  await expect(link).toBeVisible();
  await expect(ada.page.locator("html")).toHaveAttribute("lang", "fr");

  await ada.page.reload();
  await expect(link).toBeVisible();
  const choices = ada.page.getByRole("combobox", { name: "Langue de l’interface" });
  await expect(choices.getByRole("option", { name: "العربية" })).toHaveAttribute("lang", "ar");
});

test("in Arabic the page is mirrored, the article is not, and nothing that was done is forgotten", async ({
  person,
}) => {
  const ada = await person("Ada");
  const article = await addArticle(ada, "The bridge", "The council closed the bridge.");
  await ada.read(article);
  await ada.mark("council", "e", "1");
  await expect(ada.card("council")).toBeVisible();
  const text = ada.page.getByRole("article");
  const isLeftOfText = async (name: string): Promise<boolean> => {
    const notes = await ada.page.getByRole("complementary", { name }).boundingBox();
    const words = await text.boundingBox();
    return notes !== null && words !== null && notes.x < words.x;
  };
  expect(await isLeftOfText("Notes")).toBe(false);

  await ada.page.getByRole("button", { name: "View" }).click();
  await chooser(ada.page).selectOption("العربية");
  await expect(ada.page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(ada.page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(ada.page.getByRole("combobox", { name: "لغة الواجهة" })).toBeVisible();
  expect(await isLeftOfText("ملاحظات")).toBe(true);
  await expect(text).toHaveCSS("direction", "ltr");

  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("button", { name: "تراجع" }).click(); // a page that was loaded anew could not
  await expect.poll(() => ada.painted("entity-1")).toEqual([]);
});
