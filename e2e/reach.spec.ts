// What a hand reaches, and how exactly: either end of an annotation, the caret of the keyboard, whole
// words, a finger.

import { expect } from "@playwright/test";
import { addArticle, type Person, readTogether } from "./support/people.ts";
import { NO_PHONE, PHONE } from "./support/phone.ts";
import { test } from "./support/test.ts";

const TEXT =
  "Critics slammed the plan. The minister called the critics naive. Ada Stone left.\n\nAda Stone had slammed the door; Ada Stone’s staff stayed.";

async function open(ada: Person): Promise<string> {
  const article = await addArticle(ada, "The plan", TEXT);
  await ada.read(article);
  return article;
}

test("an annotation is adjusted by keys at either end, and undone", async ({ ada, ben }) => {
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

  // adjustments that follow each other fast are one step
  for (let reach = ["s slammed th"]; reach[0] !== "slammed"; ) {
    await keyboard.press("ControlOrMeta+z");
    await expect.poll(() => ada.painted("framing-1")).not.toEqual(reach);
    reach = await ada.painted("framing-1");
  }
});

test("the end of one’s own annotation is dragged, to whole words unless Alt is held", async ({
  ada,
  ben,
}) => {
  await readTogether([ada, ben], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  const handle = ada.page.locator('.article-edge[data-edge="end"]');
  const drag = async (words: string): Promise<void> => {
    const to = await ada.endOf(words);
    const from = await handle.boundingBox();
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
  await keyboard.press("Control+Shift+ArrowRight");
  await expect.poll(selected).toBe("Critics");
  await keyboard.press("ArrowLeft");
  await keyboard.press("Alt+Shift+ArrowDown");
  await expect.poll(selected).toBe("Critics slammed the plan.");
  await keyboard.press("ArrowLeft");
  await keyboard.press("Control+ArrowDown");
  await keyboard.press("Control+Shift+ArrowRight");
  await expect.poll(selected).toBe("Ada");
  await test.step("with the keys of a Mac", async () => {
    await keyboard.press("ArrowLeft");
    await keyboard.press("Meta+ArrowUp");
    await keyboard.press("Alt+Shift+ArrowRight");
    await expect.poll(selected).toBe("Critics");
    await keyboard.press("ArrowLeft");
    await keyboard.press("Meta+ArrowDown");
    await keyboard.press("Alt+Shift+ArrowRight");
    await expect.poll(selected).toBe("Ada");
  });
  await keyboard.press("e");
  await expect.poll(() => ada.painted("entity-1")).toEqual(["Ada"]);
});

test("in Arabic, left is forwards", async ({ ada }) => {
  const data = { title: "القرار", text: "قال الوزير اليوم.", language: "ar" };
  const answer = await ada.api.post("/api/articles", { data });
  await ada.read(((await answer.json()) as { id: string }).id);
  const { keyboard } = ada.page;
  await ada.article.getByRole("article").focus();
  await keyboard.press("Control+Shift+ArrowLeft");
  const selected = () => ada.page.evaluate(() => String(document.getSelection()));
  await expect.poll(selected).toBe("قال");
  await keyboard.press("c");
  await keyboard.press("1");
  await keyboard.press("Control+Shift+ArrowLeft");
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
  test.skip(browserName === "firefox", NO_PHONE);
  const ada = await person("Ada", PHONE);
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
