// Every page and every state of it, wide and as narrow as 400 % zoom makes it: nobody is shut out.

import { expect, type Page } from "@playwright/test";
import { expectOpenToAll } from "./support/open-to-all.ts";
import { addArticle, type Person } from "./support/people.ts";
import { write } from "./support/talk.ts";
import { test } from "./support/test.ts";

const TEXT = `Critics slammed the plan. The minister called the critics naive.

The plan costs four million, Ada Stone said. Ada Stone left.`;

const MARKDOWN = `# The plan

Critics [slammed](https://news.example) the plan.

- One
- Two

| What | Cost |
|---|---|
| Plan | 4 |

> "Naive", the minister said.`;

const SIZES = {
  wide: { by: "pointer", options: {} },
  narrow: {
    by: "finger",
    options: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  },
} as const;

test.skip(({ browserName }) => browserName === "firefox", "names, colours and sizes are the same");

for (const [size, { by, options }] of Object.entries(SIZES)) {
  test(`marking shuts nobody out, ${size}`, async ({ person }) => {
    const ada = await person("Ada", options);
    const { page } = ada;
    const looks = (state: string) => expectOpenToAll(page, state, by);
    await ada.read(await addArticle(ada, "The plan", TEXT));
    await looks("a fresh article");
    await expect(page.getByRole("heading", { name: "The plan", level: 1 })).toBeVisible();
    await selectWords(ada, "slammed");
    await expect(page.getByRole("toolbar", { name: /mark the selected/i })).toBeVisible();
    await looks("words selected");
    await page.keyboard.press("f");
    await expect(page.getByRole("button", { name: "Loaded word" })).toBeVisible();
    await looks("labels offered");
    if (size === "narrow") await expectTextAboveMenu(page);
    await page.keyboard.press("1");
    const card = page.getByRole("figure", { name: "Loaded word by Ada" });
    await expect(card).toBeVisible();
    await card.getByRole("button", { name: "Details" }).click();
    await looks("one’s own card");
    await card.getByRole("button", { name: "More" }).click();
    await looks("more");
    await page.getByRole("button", { name: "Choose along with others" }).click();
    await expect(page.getByRole("region", { name: "Chosen notes" })).toBeVisible();
    await looks("notes chosen");
    await page.keyboard.press("Escape");
    await card.getByRole("button", { name: "Change the label" }).click();
    await looks("another label");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+C");
    await expect(page.getByRole("region", { name: "Every selection becomes" })).toBeVisible();
    await looks("the brush");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await looks("keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("h");
    await expect(page.getByText(/marks are hidden/i).first()).toBeVisible();
    await looks("marks hidden");
  });

  test(`talk, list and view shut nobody out, ${size}`, async ({
    ada,
    person,
    owner: { context },
  }) => {
    const owner = await person("Olive Owner", {
      ...options,
      storageState: await context.storageState(),
    });
    const { page } = owner;
    const looks = (state: string) => expectOpenToAll(page, state, by);
    const article = await addArticle(ada, "The plan", TEXT);
    await mark(ada, article, { kind: "framing", label: "loaded", exact: "slammed", note: "Who?" });
    await owner.read(article);
    await page.getByRole("article").focus();
    await page.keyboard.press("n");
    const card = page.getByRole("figure", { name: "Loaded word by Ada" });
    const field = card.getByRole("textbox", { name: "Reply" });
    await write(field, "Critics did.");
    await field.press("ControlOrMeta+Enter");
    await card.getByRole("button", { name: "Agree", exact: true }).click();
    await write(field, "@");
    await expect(card.getByRole("listbox")).toBeVisible();
    await looks("a thread");
    await field.press("Escape");
    await card.getByRole("button", { name: "Propose another label" }).click();
    await looks("labels to propose");
    await card.getByRole("button", { name: "Naming" }).click();
    await card.getByRole("button", { name: "Hide from readers" }).click();
    await expect(page.getByRole("dialog", { name: "Hide this note" })).toBeVisible();
    await looks("hiding");
    await page.keyboard.type("Names a pupil");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Names a pupil").first()).toBeVisible();
    await looks("a hidden note");

    await page.getByRole("button", { name: "View", exact: true }).click();
    await expect(page.getByRole("checkbox", { name: "Select whole words" })).toBeVisible();
    await looks("view");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "All notes", exact: true }).first().click();
    await expect(page.getByRole("searchbox", { name: /^Search words, notes/ })).toBeVisible();
    await looks("the list");
    await page.getByRole("tab", { name: "Activity" }).click();
    await expect(page.getByRole("heading", { name: "today" })).toBeVisible();
    await looks("activity");
    await page.getByRole("button", { name: "Close the list" }).click();
    await page.getByRole("article").focus();
    await page.keyboard.press("d");
    await expect(page.getByRole("searchbox", { name: "Search the codebook" })).toBeVisible();
    await looks("the codebook");
  });

  test(`the library, the codebook’s pages and the text shut nobody out, ${size}`, async ({
    ada,
    person,
    owner: { context },
  }) => {
    const owner = await person("Olive Owner", {
      ...options,
      storageState: await context.storageState(),
    });
    const { page } = owner;
    const looks = (state: string) => expectOpenToAll(page, state, by);
    const article = await addArticle(ada, "The plan", TEXT);
    await mark(ada, article, { kind: "framing", label: "loaded", exact: "slammed", note: "" });
    await page.goto("/");
    await expect(page.getByRole("link", { name: "Add an article" })).toBeVisible();
    await looks("the library");
    await page.getByRole("link", { name: "Add an article" }).click();
    await page.getByRole("textbox", { name: "Address of a page" }).fill("http://127.0.0.1");
    await page.getByRole("button", { name: "Fetch" }).click();
    await expect(page.getByText("Postil fetches pages of the public web only")).toBeVisible();
    await looks("what cannot be fetched");
    await page.getByRole("textbox", { name: "Text" }).fill(MARKDOWN);
    await page.getByRole("button", { name: "Look it over" }).click();
    await page.getByRole("checkbox", { name: "Keep: One" }).uncheck();
    await expect(page.getByText("1 of 5 parts left out")).toBeVisible();
    await looks("what came");
    await page.goto("/");
    await page.getByRole("link", { name: "Codebook" }).first().click();
    await expect(page.getByRole("tab", { name: "Claim" })).toBeVisible();
    await looks("the codebook’s editor");
    await page.getByRole("tab", { name: "Whole article" }).click();
    await expect(page.getByRole("textbox", { name: "Name of the codebook" })).toBeVisible();
    await looks("questions");

    await owner.read(article);
    await page.getByRole("banner").getByRole("button", { name: "Text" }).click();
    await page.getByRole("button", { name: "Lock the text" }).click();
    await page.getByRole("button", { name: "Versions…" }).click();
    const dialog = page.getByRole("dialog", { name: "Versions of the text" });
    await dialog.getByLabel("New text").fill(TEXT.replace("slammed", "criticised"));
    await dialog.getByRole("button", { name: "See what changes" }).click();
    await expect(dialog.getByText(/slammed becomes criticised|slammed is gone/)).toBeVisible();
    await looks("versions");
    await page.keyboard.press("Escape");
    await page.getByRole("banner").getByRole("button", { name: "Text" }).click();
    await page.getByRole("button", { name: "Unlock the text" }).click();
    await expect(page.getByRole("button", { name: "Edit the text" })).toBeVisible();
    await looks("what can be done to the text");
    await page.getByRole("button", { name: "Edit the text" }).click();
    await expect(page.getByRole("toolbar")).toBeVisible();
    await looks("editing");
  });
}

test("in Arabic nobody is shut out on a phone", async ({ ada, person }) => {
  const { by, options } = SIZES.narrow;
  const article = await addArticle(ada, "The plan", TEXT);
  await mark(ada, article, { kind: "framing", label: "loaded", exact: "slammed", note: "Who?" });
  const { page } = await person("Dina", { ...options, locale: "ar" });
  await page.goto(`/articles/${article}`);
  await expect(page.getByText("تم الحفظ")).toBeVisible();
  await page.getByRole("article").focus();
  await page.keyboard.press("n");
  await expect(page.getByRole("figure")).toBeVisible();
  await expectOpenToAll(page, "a card", by);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectOpenToAll(page, "keys", by);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "عرض" }).click();
  await expect(page.getByRole("combobox", { name: "لغة الواجهة" })).toBeVisible();
  await expectOpenToAll(page, "view", by);
});

type Marked = {
  readonly kind: string;
  readonly label: string;
  readonly exact: string;
  readonly note: string;
};

async function mark(by: Person, article: string, { exact, ...data }: Marked): Promise<void> {
  const answer = await by.api.post(`/api/articles/${article}/annotations`, {
    data: { ...data, quote: { exact } },
  });
  expect(answer.status()).toBe(201);
}

/** Selects words as a long press does: without the mouse. */
async function selectWords(who: Person, words: string): Promise<void> {
  await who.article.getByRole("article").focus();
  await who.page.evaluate((sought) => {
    const text = document.querySelector("[data-article] p")?.firstChild;
    const at = text?.textContent?.indexOf(sought) ?? -1;
    if (text) document.getSelection()?.setBaseAndExtent(text, at, text, at + sought.length);
  }, words);
}

/** In the lowest window that a page must do with, labels leave room for the words that they are for. */
async function expectTextAboveMenu(page: Page): Promise<void> {
  const before = page.viewportSize() ?? { width: 320, height: 640 };
  await page.setViewportSize({ width: 320, height: 256 });
  const menu = page.getByRole("region", { name: "Mark", exact: true });
  await expect.poll(async () => (await menu.boundingBox())?.y).toBeGreaterThan(80);
  await page.setViewportSize(before);
}
