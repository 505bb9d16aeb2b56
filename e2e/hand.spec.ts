// What a quick hand does: painting with the brush, marking every mention, adjusting, many at once,
// quotes and links, keys of one's own.

import { expect } from "@playwright/test";
import { addArticle, type Person, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT =
  "Critics slammed the plan. The minister called the critics naive. Ada Stone left.\n\nAda Stone had slammed the door; Ada Stone’s staff stayed.";

async function open(ada: Person): Promise<string> {
  const article = await addArticle(ada, "The plan", TEXT);
  await ada.read(article);
  return article;
}

test("with the brush every selection is marked at once, until Escape", async ({ ada }) => {
  await open(ada);
  const { keyboard } = ada.page;
  await ada.article.getByRole("article").focus();
  await keyboard.press("Shift+F");
  const bar = ada.page.getByRole("region", { name: "Every selection becomes" });
  await expect(bar).toContainText("Framing");
  await keyboard.press("1");
  await expect(bar).toContainText("Loaded word");
  await ada.mark("slammed");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await ada.mark("naive");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed", "naive"]);
  await expect(ada.card("naive")).toContainText("Loaded word");
  await keyboard.press("c");
  await expect(bar).toContainText("Claim");
  await ada.mark("the plan");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["the plan"]);

  await keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await ada.mark("minister");
  await expect(ada.page.getByRole("toolbar", { name: /mark the selected/i })).toBeVisible();
  await expect.poll(() => ada.painted("claim-1")).toEqual(["the plan"]);
});

test("all mentions of a name are marked in one step, and unmarked in one", async ({ ada, ben }) => {
  await readTogether([ada, ben], "The plan", TEXT);
  await ada.mark("Ada Stone", "e");
  await expect(ada.page.getByRole("button", { name: "Mark 2 more places" })).toBeVisible();
  await ada.page.keyboard.press("1");
  await expect(ada.card("Ada Stone")).toContainText("Person");
  await ada.page.keyboard.press("m");
  const all = ["Ada Stone", "Ada Stone", "Ada Stone"];
  await expect.poll(() => ben.painted("entity-1")).toEqual(all);
  await expect(ada.page.getByText("Person added in 2 places").first()).toBeVisible();
  await ada.page.keyboard.press("m");
  await expect.poll(() => ada.painted("entity-1")).toEqual(all);

  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ben.painted("entity-1")).toEqual(["Ada Stone"]);
});

test("several notes are chosen, relabelled and deleted as one step; others’ stay", async ({
  ada,
  ben,
}) => {
  await readTogether([ada, ben], "The plan", TEXT);
  await ada.mark("Critics", "c", "1");
  await ada.mark("naive", "f", "1");
  await ben.mark("minister", "e", "3");
  await expect(ada.card("minister")).toBeVisible();
  await ada.card("naive").getByRole("button").first().focus();
  await ada.page.keyboard.press("ControlOrMeta+a");
  const bar = ada.page.getByRole("region", { name: "Chosen notes" });
  await expect(bar).toContainText("3 notes chosen · 2 are yours");
  await ada.page.keyboard.press("e");
  await expect.poll(() => ben.painted("entity-1")).toEqual(["Critics", "minister", "naive"]);
  await ada.page.keyboard.press("Delete");
  await expect.poll(() => ben.painted("entity-1")).toEqual(["minister"]);
  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ben.painted("entity-1")).toEqual(["Critics", "minister", "naive"]);

  await ada
    .card("Critics")
    .getByRole("button")
    .first()
    .click({ modifiers: ["ControlOrMeta"] });
  await expect(bar).toContainText("1 note chosen");
  await ada
    .card("naive")
    .getByRole("button")
    .first()
    .click({ modifiers: ["Shift"] });
  await bar.getByRole("button", { name: "Delete 2 notes" }).click();
  await expect.poll(() => ben.painted("entity-1")).toEqual(["minister"]);
  await ada.page.getByRole("region", { name: "Undo" }).getByRole("button").click();
  await expect.poll(() => ben.painted("entity-1")).toEqual(["Critics", "minister", "naive"]);
});

test("a quote and a link are copied, and the link opens the note for somebody else", async ({
  ada,
  ben,
  browserName,
}) => {
  test.skip(browserName === "firefox", "Firefox lets no test read the clipboard");
  await ada.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(ada);
  const copied = () => ada.page.evaluate(() => navigator.clipboard.readText());
  await ada.mark("naive", "f", "1", "q");
  await expect.poll(copied).toBe("“naive”");
  await ada.card("naive").getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("button", { name: "Copy a link to this note" }).click();
  await expect.poll(copied).toMatch(/#annotation=/);
  await ada.sees("Saved");

  const address = await copied();
  await ben.page.goto(address);
  await expect.poll(() => ben.painted("selected")).toEqual(["naive"]);
  await expect(ben.card("naive")).toBeVisible();

  await ada.page.keyboard.press("Escape");
  await ada.click("naive");
  await ada.page.keyboard.press("Delete");
  await ada.sees("Saved");
  await ben.page.reload();
  await expect(ben.page.getByText(/this link leads to has been deleted/).first()).toBeVisible();
});

test("a key can be changed and switched off, and stays so after a reload", async ({ ada }) => {
  const article = await open(ada);
  const { keyboard } = ada.page;
  await ada.article.getByRole("article").focus();
  await keyboard.press("?");
  const claim = ada.page.getByRole("textbox", { name: "Mark as claim" });
  await claim.focus();
  await keyboard.press("e");
  await expect(ada.page.getByRole("alert").getByText("That key is taken")).toBeVisible();
  await keyboard.press("j");
  await expect(claim).toHaveValue("J");
  await ada.page.getByRole("textbox", { name: "Mark as framing" }).focus();
  await keyboard.press("Delete");
  await keyboard.press("Escape");

  await ada.read(article);
  await ada.mark("naive", "c", "f");
  await keyboard.press("j");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["naive"]);
  await expect.poll(() => ada.painted("framing-1")).toEqual([]);

  await keyboard.press("?");
  await ada.page.getByRole("button", { name: "Put all keys back" }).click();
  await expect(claim).toHaveValue("C");
});

test("an annotation is adjusted by keys at either end, each time as one step", async ({
  ada,
  ben,
}) => {
  await readTogether([ada, ben], "The plan", TEXT);
  const { keyboard } = ada.page;
  await ada.mark("slammed", "f", "1");
  await ada.sees("Saved");
  await keyboard.press("ControlOrMeta+Shift+ArrowRight");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["slammed the"]);
  await keyboard.press("Alt+Shift+ArrowLeft");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["s slammed the"]);
  await ada.card("slammed").getByRole("button").first().focus();
  await keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["s slammed th"]);
  await expect(ada.card("s slammed th")).toBeVisible();

  await expect(async () => {
    await keyboard.press("ControlOrMeta+z");
    expect(await ada.painted("framing-1")).toEqual(["slammed"]);
  }).toPass();
});

test("the end of one’s own annotation is dragged, to whole words unless Alt is held", async ({
  ada,
  ben,
}) => {
  await readTogether([ada, ben], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  const handle = ada.page.locator('.article-edge[data-edge="end"]');
  const drag = async (words: string): Promise<void> => {
    const from = await handle.boundingBox();
    const to = await ada.page.evaluate((sought) => {
      const node = document.querySelector("[data-article] p")?.firstChild;
      const at = node?.textContent?.indexOf(sought) ?? -1;
      const range = document.createRange();
      if (!node || at < 0) throw new Error("not in the first paragraph");
      range.setStart(node, at + sought.length - 1);
      range.setEnd(node, at + sought.length);
      const { right, top, height } = range.getBoundingClientRect();
      return { x: right, y: top + height / 2 };
    }, words);
    if (!from) throw new Error("no handle");
    const y = from.y + from.height / 2;
    await ada.page.mouse.move(from.x + 1, y);
    await ada.page.mouse.down();
    await ada.page.mouse.move(to.x - 20, to.y, { steps: 3 });
    await ada.page.mouse.move(to.x, to.y, { steps: 3 });
    await ada.page.mouse.up();
  };
  await drag("slammed the pl");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["slammed the plan"]);
  await expect.poll(() => ada.painted("selected")).toEqual(["slammed the plan"]);
  await ada.page.keyboard.down("Alt");
  await drag("slammed the p");
  await ada.page.keyboard.up("Alt");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["slammed the p"]);
  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["slammed the plan"]);
});

test("the caret goes by word, sentence and paragraph, and selects as it goes", async ({ ada }) => {
  await open(ada);
  const { keyboard } = ada.page;
  const selected = () => ada.page.evaluate(() => String(document.getSelection()));
  await ada.article.getByRole("article").focus();
  await keyboard.press("ControlOrMeta+Shift+ArrowRight");
  await expect.poll(selected).toBe("Critics");
  await keyboard.press("ArrowLeft");
  await keyboard.press("Alt+Shift+ArrowDown");
  await expect.poll(selected).toBe("Critics slammed the plan.");
  await keyboard.press("ArrowLeft");
  await keyboard.press("ControlOrMeta+ArrowDown");
  await keyboard.press("ControlOrMeta+Shift+ArrowRight");
  await expect.poll(selected).toBe("Ada");
  await keyboard.press("e");
  await expect.poll(() => ada.painted("entity-1")).toEqual(["Ada"]);
});

test("in Arabic, left is forwards", async ({ ada }) => {
  const data = { title: "القرار", text: "قال الوزير اليوم.", language: "ar" };
  const answer = await ada.api.post("/api/articles", { data });
  await ada.read(((await answer.json()) as { id: string }).id);
  const { keyboard } = ada.page;
  await ada.article.getByRole("article").focus();
  await keyboard.press("ControlOrMeta+ArrowDown");
  await keyboard.press("ControlOrMeta+Shift+ArrowLeft");
  const selected = () => ada.page.evaluate(() => String(document.getSelection()));
  await expect.poll(selected).toBe("قال");
  await keyboard.press("c");
  await keyboard.press("1");
  await keyboard.press("ControlOrMeta+Shift+ArrowLeft");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["قال الوزير"]);
});

test("the mouse takes whole words, unless Alt is held or the setting is off", async ({ ada }) => {
  await open(ada);
  const { page } = ada;
  const selected = () => page.evaluate(() => String(document.getSelection()));
  const drag = async (): Promise<void> => {
    const box = await page.evaluate(() => {
      const node = document.querySelector("[data-article] p")?.firstChild;
      const range = document.createRange();
      if (node) range.setStart(node, 10);
      if (node) range.setEnd(node, 13);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    });
    await page.mouse.move(box.left, box.y);
    await page.mouse.down();
    await page.mouse.move(box.right, box.y, { steps: 4 });
    await page.mouse.up();
  };
  await drag();
  await expect.poll(selected).toBe("slammed");
  await page.mouse.click(5, 400);
  await page.keyboard.press("Escape");
  await page.keyboard.down("Alt");
  await drag();
  await page.keyboard.up("Alt");
  await expect.poll(selected).toBe("amm");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("checkbox", { name: "Select whole words" }).uncheck();
  await page.keyboard.press("Escape");
  await drag();
  await expect.poll(selected).toBe("amm");
});

test("on a phone a selection stays while others’ marks arrive, and the brush takes it", async ({
  person,
  ben,
  browserName,
}) => {
  test.skip(browserName === "firefox", "Firefox on a desk cannot pretend to have a touch screen");
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const ada = await person("Ada", phone);
  const article = await open(ada);
  const select = (start: number, end: number) =>
    ada.page.evaluate(
      ([from, to]) => {
        const text = document.querySelector("[data-article] p")?.firstChild;
        if (text) document.getSelection()?.setBaseAndExtent(text, from, text, to);
      },
      [start, end] as const,
    );
  await select(8, 15);
  const bar = ada.page.getByRole("toolbar", { name: /mark the selected/i });
  await expect(bar).toBeVisible();
  for (const exact of ["Critics", "the plan", "minister", "naive", "door"]) {
    await ben.api.post(`/api/articles/${article}/annotations`, {
      data: { kind: "claim", quote: { exact } },
    });
  }
  await expect.poll(async () => (await ada.painted("claim-1")).length).toBe(5);
  expect(await ada.page.evaluate(() => String(document.getSelection()))).toBe("slammed");
  await expect(bar).toBeVisible();

  await ada.page.getByRole("button", { name: "Mark every selection like this" }).tap();
  const brush = ada.page.getByRole("region", { name: "Every selection becomes" });
  await expect.poll(() => ada.painted("claim-1")).toContain("slammed");
  const end = brush.getByRole("button", { name: "End" });
  expect((await end.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await end.tap();
  await expect(brush).toBeHidden();
});
