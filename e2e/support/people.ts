// People in browsers of their own, and what their hands do.

import {
  type APIRequestContext,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";

/** Somebody with a browser of their own, who has entered as a guest. */
export class Person {
  readonly name: string;
  readonly id: string;
  readonly context: BrowserContext;
  readonly page: Page;

  constructor(told: { name: string; id: string; context: BrowserContext; page: Page }) {
    this.name = told.name;
    this.id = told.id;
    this.context = told.context;
    this.page = told.page;
  }

  get api(): APIRequestContext {
    return this.context.request;
  }

  /** The text on screen. */
  get article(): Locator {
    return this.page.locator("[data-article]");
  }

  /** The list of annotations in the margin. */
  get margin(): Locator {
    return this.page.getByRole("complementary", { name: "Notes" });
  }

  /** Opens an article and waits until it is live. */
  async read(articleId: string): Promise<void> {
    await this.page.goto(`/articles/${articleId}`);
    await this.sees("Saved");
    await this.page.evaluate(() => document.fonts.ready.then(() => {}));
  }

  /** Waits until the state of saving says this. */
  async sees(saving: string | RegExp): Promise<void> {
    await expect(
      this.page.getByRole("banner").getByText(saving, { exact: saving === "Saved" }),
    ).toBeVisible();
  }

  /** The cards that hold these words. */
  card(words: string): Locator {
    const cards = this.margin.getByRole("listitem").filter({ has: this.page.getByRole("figure") });
    return cards.filter({ hasText: words });
  }

  /** Selects words with the mouse, from the first letter of `from` to the last one of `to`; again if the hand slipped. */
  async select(from: string, to = from): Promise<void> {
    await expect(async () => {
      await this.drag(from, to);
      const selected = await this.page.evaluate(() => String(document.getSelection()));
      const right = selected.startsWith(from) && selected.endsWith(to);
      // A second press inside of a selection would drag its text away instead of selecting anew.
      if (!right) await this.page.evaluate(() => document.getSelection()?.empty());
      expect(right, selected).toBe(true);
    }).toPass();
  }

  /** Drags the mouse over words, once. */
  async drag(from: string, to = from): Promise<void> {
    const [start, end] = await this.page.evaluate(edges, [from, to] as const);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, end.y, { steps: 3 });
    await this.page.mouse.move(end.x, end.y, { steps: 3 });
    await this.page.mouse.up();
  }

  /** Selects words with the mouse and presses these keys one after the other. */
  async mark(
    words: string | readonly [from: string, to: string],
    ...keys: string[]
  ): Promise<void> {
    if (typeof words === "string") await this.select(words);
    else await this.select(...words);
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The point on screen in the middle of these words. */
  async placeOf(words: string): Promise<{ x: number; y: number }> {
    const [start, end] = await this.page.evaluate(edges, [words, words] as const);
    return { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  }

  /** Clicks on a letter in the middle of these words. */
  async click(words: string): Promise<void> {
    const { x, y } = await this.placeOf(words);
    await this.page.mouse.click(x, y);
  }

  /** Taps on a letter in the middle of these words with a finger. */
  async tap(words: string): Promise<void> {
    const { x, y } = await this.placeOf(words);
    await this.page.touchscreen.tap(x, y);
  }

  /** Clicks right before the first letter of these words. */
  async clickBefore(words: string): Promise<void> {
    const [start] = await this.page.evaluate(edges, [words, words] as const);
    await this.page.mouse.click(start.x, start.y);
  }

  /** Clicks right behind the last letter of these words. */
  async clickBehind(words: string): Promise<void> {
    const end = await this.endOf(words);
    await this.page.mouse.click(end.x, end.y);
  }

  /** The point on screen just inside the last letter of these words. */
  async endOf(words: string): Promise<{ readonly x: number; readonly y: number }> {
    const [, end] = await this.page.evaluate(edges, [words, words] as const);
    return end;
  }

  /** What is painted under this name, in reading order, one string per run; nothing while the text is ahead of the paint. */
  painted(name: string): Promise<string[]> {
    return this.page.evaluate((key) => {
      const highlight = CSS.highlights.get(key);
      if (!highlight) return [];
      const lengthOf = (node: Node): number => node.textContent?.length ?? 0;
      const runs = [...highlight];
      if (runs.some((run) => !run.startContainer.isConnected || !run.endContainer.isConnected)) {
        return [];
      }
      if (runs.some(({ endContainer, endOffset }) => endOffset > lengthOf(endContainer))) return [];
      if (runs.some((run) => run.startOffset > lengthOf(run.startContainer))) return [];
      const ranges = runs.map((stored) => {
        const range = document.createRange();
        range.setStart(stored.startContainer, stored.startOffset);
        range.setEnd(stored.endContainer, stored.endOffset);
        return range;
      });
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      return ranges.map(String);
    }, name);
  }
}

/** Adds an article to the library and returns its id. */
export async function addArticle(by: Person, title: string, text: string): Promise<string> {
  const answer = await by.api.post("/api/articles", { data: { title, text } });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Adds an article, opens it for all of them and returns its id. */
export async function readTogether(
  people: readonly [Person, ...Person[]],
  title: string,
  text: string,
): Promise<string> {
  const article = await addArticle(people[0], title, text);
  await Promise.all(people.map((each) => each.read(article)));
  return article;
}

/**
 * Runs in the page: the points on screen just inside the first letter of `from` and the last letter
 * of `to`, after scrolling both into view.
 */
function edges([from, to]: readonly [string, string]): [
  { x: number; y: number },
  { x: number; y: number },
] {
  const root = document.querySelector("[data-article]");
  if (!root) throw new Error("no article on this page");
  const find = (words: string): Range => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    let text = "";
    const starts: number[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      starts.push(text.length);
      nodes.push(node as Text);
      text += node.textContent;
    }
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`not in the article: ${words}`);
    const place = (offset: number): [Text, number] => {
      const index = starts.findLastIndex((start) => start <= offset);
      return [nodes[index] as Text, offset - (starts[index] ?? 0)];
    };
    const range = document.createRange();
    range.setStart(...place(at));
    const [node, offset] = place(at + words.length - 1);
    range.setEnd(node, offset + 1);
    return range;
  };
  const boxesOf = (range: Range): DOMRect[] =>
    [...range.getClientRects()].filter((box) => box.width > 0);
  const first = find(from);
  first.startContainer.parentElement?.scrollIntoView({ block: "center" });
  const last = find(to);
  const isFromRight = (letter = ""): boolean =>
    /[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff]/.test(letter);
  if (isFromRight(from) || isFromRight(to)) {
    // boxes of mixed directions lie anywhere: the first and the last letter tell
    first.setEnd(first.startContainer, first.startOffset + 1);
    last.setStart(last.endContainer, last.endOffset - 1);
  }
  const start = boxesOf(first)[0];
  const end = boxesOf(last).at(-1);
  if (!start || !end) throw new Error(`not on screen: ${from} … ${to}`);
  return [
    {
      x: isFromRight(from[0]) ? start.right - 1 : start.left + 1,
      y: (start.top + start.bottom) / 2,
    },
    { x: isFromRight(to.at(-1)) ? end.left + 1 : end.right - 1, y: (end.top + end.bottom) / 2 },
  ];
}
