// What those hear who listen to the page: the marked words in the text, and the way to their notes and back.

import { expect, type Locator, type Page } from "@playwright/test";
import { addArticle, type Person, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = `Critics slammed the plan. The minister called the critics naive.

The plan costs four million, she said.`;

const marked = ({ article }: Person): Locator => article.locator("mark");

test("the selected annotation is a mark with a description, a key leads to its card, and Escape back", async ({
  ada,
  ben,
}) => {
  const article = await addArticle(ada, "The plan", TEXT);
  const answer = await ben.api.post(`/api/articles/${article}/annotations`, {
    data: { kind: "framing", label: "loaded", note: "unkind", quote: { exact: "naive" } },
  });
  expect(answer.status()).toBe(201);
  await ada.read(article);
  await ada.page.bringToFront();
  await ada.mark("four million", "c", "2");
  await expect(marked(ada)).toHaveText("four million");
  await expect(ada.card("naive")).toBeVisible();

  const { keyboard } = ada.page;
  await keyboard.press("Escape");
  await keyboard.press("Escape");
  await expect(marked(ada)).toHaveCount(0);
  await keyboard.press("n");
  await expect(marked(ada)).toHaveText("naive");
  await expect(marked(ada)).toHaveAccessibleDescription(
    "Framing, Loaded word, by Ben. Note: unkind",
  );
  const reply = ada.page.getByRole("textbox", { name: "Reply" });
  await expect(reply).toBeVisible();
  await keyboard.press("Enter");
  await expect(reply).toBeFocused();
  await keyboard.press("Escape");
  await expect(ada.page.locator("[data-card]").filter({ hasText: "naive" })).toBeFocused();
  await keyboard.press("Escape");
  await expect(ada.article.getByRole("article")).toBeFocused();
  await expect(marked(ada)).toHaveText("naive");
  const before = await ada.page.evaluate(() => {
    const { focusNode, focusOffset } = document.getSelection() ?? {};
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("[data-article] p") ?? document.body);
    if (focusNode) range.setEnd(focusNode, focusOffset ?? 0);
    return String(range);
  });
  expect(before, "the caret is at the mark").toMatch(/critics $/);
  await keyboard.press("Escape");
  await expect(marked(ada)).toHaveCount(0);
});

test("the mark stays on its words while somebody edits around and inside them", async ({
  ada,
  owner,
}) => {
  await readTogether([owner, ada], "The plan", TEXT);
  await ada.mark("slammed the plan", "c", "1");
  await expect(marked(ada)).toHaveText("slammed the plan");
  await owner.page.getByRole("button", { name: "Text" }).click();
  await owner.page.getByRole("button", { name: "Edit the text" }).click();
  await expect(owner.article.getByRole("textbox")).toBeVisible();
  await owner.clickBefore("Critics");
  await owner.page.keyboard.type("Yesterday ");
  await owner.clickBefore("the plan");
  await expect(marked(owner)).toHaveText("slammed the plan");
  await owner.page.keyboard.type("all of ");
  await expect(marked(ada)).toHaveText("slammed all of the plan");
  await expect(marked(owner)).toHaveText("slammed all of the plan");
  await expectHandleBehind(ada, "the plan");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["slammed all of the plan"]);
  await expect.poll(() => owner.painted("claim-1")).toEqual(["slammed all of the plan"]);
});

test("what is painted stays while the mark goes from one annotation to the next", async ({
  ada,
}) => {
  await ada.read(await addArticle(ada, "The plan", TEXT));
  await ada.mark("slammed", "f", "1");
  await ada.mark("naive", "f", "1");
  await ada.mark("four million", "f", "1");
  await expect(marked(ada)).toHaveText("four million");
  const all = ["slammed", "naive", "four million"];
  for (const words of [...all, ...all]) {
    await ada.page.keyboard.press("n");
    await expect(marked(ada)).toHaveText(words);
    await expect.poll(() => ada.painted("framing-1")).toEqual(all);
  }
});

test("Arabic letters stay joined at the edges of a mark", async ({ ada }) => {
  const data = { title: "القرار", text: "قال الوزير اليوم.", language: "ar" };
  const answer = await ada.api.post("/api/articles", { data });
  await ada.read(((await answer.json()) as { id: string }).id);
  const width = () =>
    ada.page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector("[data-article] p") ?? document.body);
      return range.getBoundingClientRect().width;
    });
  const before = await width();
  const { keyboard } = ada.page;
  await ada.article.getByRole("article").focus();
  await keyboard.press("ArrowLeft");
  await keyboard.press("Shift+ArrowLeft");
  await keyboard.press("c");
  await expect(marked(ada)).toHaveText("ا");
  expect(Math.abs((await width()) - before)).toBeLessThan(0.1);
});

test("paragraphs point to their notes, in the margin and where there is none", async ({
  ada,
  browserName,
}) => {
  test.skip(browserName === "firefox", "only Chromium shows its tree to a test");
  const article = await addArticle(ada, "The plan", `${TEXT}\n\nNothing is marked here.`);
  await ada.read(article);
  await ada.mark("naive", "f", "1");
  await ada.mark("slammed", "f", "1");
  await ada.mark("four million", "c", "2");
  await expect
    .poll(() => detailsIn(ada.page))
    .toEqual([
      expect.stringMatching(/slammed.*naive/s),
      expect.stringContaining("four million"),
      "",
    ]);
  expect(await spokenMarks(ada.page)).toEqual(["Claim, Number or comparison, by Ada"]);

  await ada.page.setViewportSize({ width: 390, height: 844 });
  await expect
    .poll(() => detailsIn(ada.page))
    .toEqual([
      expect.stringMatching(/Loaded word by Ada.*slammed.*naive/s),
      expect.stringContaining("four million"),
      "",
    ]);
});

/** The grip at the end of one's own annotation stands at the end of these words. */
async function expectHandleBehind(who: Person, words: string): Promise<void> {
  const { x } = await who.endOf(words);
  const handle = who.page.locator('.article-edge[data-edge="end"]');
  await expect
    .poll(async () => Math.abs(((await handle.boundingBox())?.x ?? 0) - x))
    .toBeLessThan(4);
}

type Told = {
  readonly nodes: readonly {
    readonly role?: { readonly value?: string };
    readonly description?: { readonly value?: string };
    readonly properties?: readonly {
      readonly name: string;
      readonly value: { readonly relatedNodes?: readonly { readonly idref?: string }[] };
    }[];
  }[];
};

async function treeOf(page: Page): Promise<Told["nodes"]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as Told;
  await session.detach();
  return nodes;
}

/** What the accessibility tree says of the marks in the text. */
async function spokenMarks(page: Page): Promise<string[]> {
  const marks = (await treeOf(page)).filter(({ role }) => role?.value === "mark");
  return marks.map(({ description }) => description?.value ?? "");
}

/** What stands in the elements to which each paragraph of the text points. */
async function detailsIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("[data-article] p")].map((paragraph) =>
      (paragraph.ariaDetailsElements ?? []).map(({ textContent }) => textContent).join(" "),
    ),
  );
}
