// The codebook as it is read: beside an article and by itself, and followed by every open page.

import { expect } from "@playwright/test";
import {
  codebookOf,
  edit,
  labelLine,
  openCodebook,
  openLabel,
  own,
  rewrite,
  save,
  schemeOf,
  test,
} from "./support/codebook.ts";
import { addArticle, type Person } from "./support/people.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

test("new names and a kind's new colour are on another person's open page, and marks stay", async ({
  enter,
  chief,
  space,
}) => {
  const ada = await enter("Ada");
  await ada.read(await addArticle(ada, "The plan", TEXT));
  await ada.mark("slammed", "f", "1");
  await expect(ada.card("slammed")).toContainText("Loaded word");

  await edit(chief, space);
  const { page } = chief;
  await page.getByRole("tab", { name: "Framing" }).click();
  await rewrite(page.getByLabel("Name", { exact: true }).first(), "Wording");
  await labelLine(page, "Loaded word").click();
  await rewrite(openLabel(page).getByLabel("Name"), "Heavy word");
  await rewrite(page.getByLabel("Line and letters, as a code").first(), "#7a2fb0");
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await save(chief);

  await expect(ada.card("slammed")).toContainText("Heavy word");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await expect.poll(() => lineOf(ada, "framing")).toBe("rgb(122, 47, 176)");
  await ada.select("naive");
  const bar = ada.page.getByRole("toolbar", { name: /mark/i });
  await expect(bar.getByRole("button", { name: /Wording/ })).toBeVisible();
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("button", { name: "View" }).click();
  await expect(ada.page.getByRole("checkbox", { name: /^Wording/ })).toBeVisible();
  await ada.page.reload();
  await expect(ada.card("slammed")).toContainText("Heavy word");
  await expect.poll(() => lineOf(ada, "framing")).toBe("rgb(122, 47, 176)");
});

test("a hidden label leaves the menus and moves the digits up, and a note keeps its name", async ({
  enter,
  chief,
  space,
}) => {
  const ada = await enter("Ada");
  await ada.read(await addArticle(ada, "The plan", TEXT));
  await ada.mark("slammed", "f", "1");
  await expect(ada.card("slammed")).toContainText("Loaded word");

  await edit(chief, space);
  const { page } = chief;
  await page.getByRole("tab", { name: "Framing" }).click();
  await labelLine(page, "Loaded word").click();
  await openLabel(page).getByRole("button", { name: "Hide", exact: true }).click();
  await labelLine(page, "Naming").click();
  await openLabel(page).getByRole("button", { name: "Remove for good" }).click();
  await expect(page.getByText("Naming is removed.")).toBeVisible();
  await save(chief);

  await openCodebook(ada);
  await expect(codebookOf(ada).getByText("not offered")).toBeVisible();
  await expect(codebookOf(ada).getByText("Loaded word", { exact: true })).toBeVisible();
  await expect(codebookOf(ada).getByText("Naming", { exact: true })).toHaveCount(0);
  await ada.page.keyboard.press("Escape");

  await ada.mark("naive", "f");
  const labels = ada.page.getByRole("toolbar", { name: /^Labels/ });
  await expect(labels.getByRole("button", { name: "Softened or vague" })).toBeVisible();
  await expect(labels.getByRole("button", { name: "Loaded word" })).toHaveCount(0);
  await expect(labels.getByRole("button", { name: "Naming" })).toHaveCount(0);
  await ada.page.keyboard.press("1");
  await expect(ada.card("naive")).toContainText("Softened or vague");
  await expect(ada.card("slammed")).toContainText("Loaded word");
});

test("the codebook opens at the label of a note, by click and by key", async ({ ada }) => {
  await ada.read(await addArticle(ada, "The plan", TEXT));
  await ada.mark("slammed", "f", "1");
  await ada
    .card("slammed")
    .getByRole("button", { name: /look it up/ })
    .click();
  const entry = codebookOf(ada).getByRole("listitem").and(ada.page.locator("[aria-current]"));
  await expect(entry).toContainText("What changes if you swap in a plain word?");
  await expect(entry).toBeInViewport();
  await ada.page.keyboard.press("Escape");
  await expect(ada.card("slammed")).toBeVisible();
  await ada.page.keyboard.press("d");
  await expect(entry).toContainText("Loaded word");
});

test("what is built in speaks the reader's language, and what somebody wrote is shown as written", async ({
  enter,
  chief,
  space,
}) => {
  const lena = await enter("Lena", { locale: "de-DE" });
  await lena.page.goto(`/articles/${await addArticle(lena, "The plan", TEXT)}`);
  await lena.sees("Gesichert");
  await lena.mark("slammed", "f", "1");
  const notes = lena.page.getByRole("complementary", { name: "Notizen" });
  await expect(notes.getByText("Wertendes Wort").first()).toBeVisible();

  await edit(chief, space);
  await chief.page.getByRole("tab", { name: "Framing" }).click();
  await labelLine(chief.page, "Naming").click();
  await rewrite(openLabel(chief.page).getByLabel("Name"), "Our naming");
  await save(chief);
  await lena.page.getByRole("button", { name: "Codebuch", exact: true }).click();
  const codebook = lena.page.getByRole("region", { name: "Codebuch" });
  await expect(codebook.getByRole("heading", { name: "Our naming" })).toBeVisible();
  await expect(codebook.getByText("Wie würde es die andere Seite nennen?")).toBeVisible();
});

test("a codebook that is changed in one language stays English where it was", async ({
  enter,
  chief,
  space,
}) => {
  const storageState = await chief.context.storageState();
  const { page } = await enter("Chief", { storageState, locale: "de-DE" });
  await page.goto(`/spaces/${space}/codebook`);
  await expect(page.getByRole("tab", { name: "Behauptung", selected: true })).toBeVisible();
  await labelLine(page, "Prüfbare Tatsache").click();
  const fields = page.getByRole("tabpanel").getByRole("listitem");
  await rewrite(fields.getByLabel("Name", { exact: true }), "Prüfbarer Satz");
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.getByText("Alles ist gespeichert")).toBeVisible();

  const [claim] = (await schemeOf(chief, space)).kinds;
  expect(claim).toMatchObject({ name: "Claim" });
  expect(claim?.labels.slice(0, 2).map(({ name }) => name)).toEqual([
    ...["Prüfbarer Satz", "Number or comparison"],
  ]);
});

test("who may not change the codebook reads it, and is refused by the server as well", async ({
  ada,
}) => {
  const { page, api } = ada;
  await page.goto("/");
  await page.getByRole("link", { name: "Codebook" }).click();
  await expect(page.getByRole("heading", { name: "Codebook of Try Postil" })).toBeVisible();
  await expect(page.getByText("A named individual.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(page.getByRole("textbox")).toHaveCount(0);

  const path = `/api${new URL(page.url()).pathname.replace("codebook", "scheme")}`;
  const { scheme } = (await (await api.get(path)).json()) as { scheme: { version: number } };
  const put = await api.put(path, { data: { basedOn: scheme.version, scheme } });
  expect(put.status()).toBe(403);
});

test("on a phone the codebook is a sheet, and its editor fits the screen", async ({
  enter,
  server,
  browserName,
}) => {
  test.skip(browserName === "firefox", "Firefox on a desk cannot pretend to be a phone");
  const viewport = { width: 390, height: 844 };
  const chief = await enter("Chief", { viewport, hasTouch: true, isMobile: true });
  await own(chief, server);
  const { page } = chief;
  await chief.read(await addArticle(chief, "The plan", TEXT));
  await page.getByRole("button", { name: "View" }).tap();
  await page.getByRole("button", { name: "Codebook", exact: true }).tap();
  await expect(codebookOf(chief).getByText("Checkable fact")).toBeVisible();
  await codebookOf(chief).getByRole("link", { name: "Change the codebook" }).tap();
  await expect(page.getByRole("tab", { name: "Claim" })).toBeVisible();
  await labelLine(page, "Checkable fact").tap();
  await expect(openLabel(page).getByLabel("Definition")).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

/** The colour of the line under what is painted as this kind. */
function lineOf(who: Person, kind: string): Promise<string> {
  return who.page.evaluate((name) => {
    const words = document.querySelector("[data-article] p");
    if (!words) throw new Error("no words");
    return getComputedStyle(words, `::highlight(${name}-1)`).textDecorationColor;
  }, kind);
}
