import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  type ArticleMark,
  type ArticleNode,
  articleFragment,
  writeNodes,
} from "../article/article.ts";
import { type ArticleText, readText } from "../article/article-text.ts";
import { type Anchor, createAnchor, resolveAnchor } from "./anchor.ts";
import { articleOf, edit, insertParagraph, split, textAt } from "./edited-article.test-kit.ts";
import { findQuote, placesOf } from "./quote.ts";

const number = fc.nat();
const anEdit = fc.tuple(number, number, number, number);

const textOf = (article: Y.Doc): ArticleText => readText(articleFragment(article));

function anchorOn(article: Y.Doc, words: string): Anchor {
  const text = textOf(article);
  const start = text.text.indexOf(words);
  const anchor = createAnchor(text, { start, end: start + words.length });
  if (anchor === null) throw new Error(`no anchor on ${words}`);
  return anchor;
}

/** The words that an anchor stands for now; null for an orphan. */
function wordsOf(article: Y.Doc, anchor: Anchor): string | null {
  const text = textOf(article);
  const range = resolveAnchor(text, anchor);
  return range && text.text.slice(range.start, range.end);
}

describe("a fresh anchor", () => {
  test("[A1] resolves to the passage, whole characters and no breaks at its edges", () => {
    const article = articleOf("alpha beta 😀 gamma", "delta", "epsilon zeta");
    const { text } = textOf(article);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const anchor = createAnchor(textOf(article), { start, end });
        const passage = text.slice(start, end).toWellFormed().replaceAll("\ufffd", "😀");
        const bare = passage.replace(/^\n+|\n+$/g, "");
        if (bare === "") expect(anchor).toBeNull();
        else expect(anchor && wordsOf(article, anchor)).toBe(bare.replace("😀😀", "😀"));
      }),
      { examples: [[12, 12]] },
    );
  });

  test("[A1] takes in the whole of a character that it begins or ends in", () => {
    const article = articleOf("a 👩‍👩‍👧‍👦 e\u0301 b");
    const anchor = createAnchor(textOf(article), { start: 5, end: 15 });
    expect(anchor?.quote).toBe("👩‍👩‍👧‍👦 e\u0301");
  });
});

test("[A1] a passage is found in lists, tables, links and headings, after images and across all of them", () => {
  const text = (words: string, ...marks: ArticleMark[]): ArticleNode => ({
    type: "text",
    text: words,
    ...(marks.length > 0 ? { marks } : {}),
  });
  const block = (...content: ArticleNode[]): ArticleNode => ({ type: "paragraph", content });
  const cell = (words: string): ArticleNode => ({
    type: "tableCell",
    content: [block(text(words))],
  });
  const item = (...content: ArticleNode[]): ArticleNode => ({ type: "listItem", content });
  const href = { type: "link", attrs: { href: "https://example.org" } };
  const article = new Y.Doc();
  writeNodes(article, [
    { type: "heading", attrs: { level: 1 }, content: [text("The plan")] },
    { type: "image", attrs: { src: "data:image/png;base64,iVBORw0KGgo=", alt: "A map" } },
    block(text("It "), text("costs too much", href), { type: "hardBreak" }, text("they say.")),
    {
      type: "bulletList",
      content: [
        item(block(text("First")), { type: "bulletList", content: [item(block(text("deeper")))] }),
        item({ type: "blockquote", content: [block(text("quoted"))] }),
      ],
    },
    {
      type: "table",
      content: [
        { type: "tableRow", content: [cell("Year"), cell("Cost")] },
        { type: "tableRow", content: [cell("2024"), cell("12 million")] },
      ],
    },
    block(text("The end.")),
  ]);
  const whole = textOf(article);
  fc.assert(
    fc.property(fc.nat(whole.text.length), fc.nat(whole.text.length), (a, b) => {
      const passage = whole.text.slice(Math.min(a, b), Math.max(a, b)).replace(/^\n+|\n+$/g, "");
      const anchor = createAnchor(whole, { start: Math.min(a, b), end: Math.max(a, b) });
      expect(anchor && wordsOf(article, anchor)).toBe(passage === "" ? null : passage);
    }),
  );
  const across = anchorOn(article, "deeper\n\nquoted\n\nYear\n\nCost\n\n2024");
  const inside = anchorOn(article, "too much\nthey");
  articleFragment(article).delete(1, 1);
  textAt(article, 4).insert(2, "Yes! ");
  expect(wordsOf(article, inside)).toBe("too much\nthey");
  expect(wordsOf(article, across)).toBe("deeper\n\nquYes! oted\n\nYear\n\nCost\n\n2024");
});

test("[A2] typing at the edges stays outside, typing inside belongs to the passage", () => {
  const article = articleOf("alpha beta gamma");
  const anchor = anchorOn(article, "beta");
  const text = textAt(article, 0);
  text.insert(10, "<");
  text.insert(6, ">");
  expect(wordsOf(article, anchor)).toBe("beta");
  text.insert(9, "--");
  expect(wordsOf(article, anchor)).toBe("be--ta");
});

test("[A3] the positions find a short word among its equals, wherever it has moved", () => {
  const article = articleOf("to be or not to be", "to be");
  const text = textOf(article);
  const anchor = createAnchor(text, { start: 13, end: 15 });
  insertParagraph(article, 0, "to be, to be, to be");
  textAt(article, 1).insert(0, "to to to ");
  const found = anchor && resolveAnchor(textOf(article), anchor);
  expect(found).toEqual({ start: 13 + 21 + 9, end: 15 + 21 + 9 });
});

describe("when the positions hold other words", () => {
  test("[A4] the quote decides after a split", () => {
    const article = articleOf("alpha beta gamma delta epsilon");
    const anchor = anchorOn(article, "beta gamma delta");
    split(article, 0, 13);
    expect(wordsOf(article, anchor)).toBe("beta ga\n\nmma delta");
  });

  test("[A4] an edited passage stays where its letters are", () => {
    const article = articleOf("alpha beta gamma delta epsilon");
    const anchor = anchorOn(article, "beta gamma delta");
    textAt(article, 0).delete(11, 5);
    textAt(article, 0).insert(11, "GAMMA");
    expect(wordsOf(article, anchor)).toBe("beta GAMMA delta");
  });

  test("[A4] a passage that is gone is an orphan, and is found when it comes back", () => {
    const article = articleOf("alpha beta", "gamma delta epsilon zeta");
    const anchor = anchorOn(article, "delta epsilon");
    articleFragment(article).delete(1, 1);
    expect(wordsOf(article, anchor)).toBeNull();
    insertParagraph(article, 0, "gamma delta epsilon zeta");
    expect(wordsOf(article, anchor)).toBe("delta epsilon");
  });
});

describe("a quote", () => {
  const quote = (words: string, prefix = "", suffix = "") => ({ quote: words, prefix, suffix });
  const find = (text: string, ...args: [string, string?, string?]) =>
    findQuote(text, quote(...args), null)?.start ?? null;

  test("[A5] of a short word is not believed without its neighbours", () => {
    expect(find("Blinken came. Blinken left.", "Blinken", "ago, ", " stayed")).toBeNull();
    expect(find("Blinken came. Blinken left.", "Blinken", "came. ", " left")).toBe(14);
  });

  test("[A5] that is long needs no neighbours where it stands only once", () => {
    const words = "a passage that is long";
    expect(find(`x ${words} y`, words, "other ", " things")).toBe(2);
    expect(find(`${words}, ${words}`, words, "other ", " things")).toBeNull();
  });

  test("[A5] is found by the neighbours in its own block when the block was moved", () => {
    const prefix = "a very different end of a block\n\nshe said ";
    expect(find("x\n\nshe said yes to him", "yes", prefix, " to him\n\nmore")).toBe(12);
  });

  test("[A5] with equal neighbours is the nearest one, then the first", () => {
    const text = "x yes y, x yes y, x yes y";
    const near = (offset: number | null) =>
      findQuote(text, quote("yes", "x ", " y"), offset)?.start;
    expect([near(null), near(0), near(12), near(25)]).toEqual([2, 2, 11, 20]);
  });

  test("[A5] ignores line breaks on both sides", () => {
    const range = findQuote(
      "one tw\n\no three",
      quote("two\n\nthree".replace("\n\n", " "), "one "),
      null,
    );
    expect(range).toEqual({ start: 4, end: 15 });
  });

  test("[A5] is sought at a thousand places and no more, however often its words stand there", () => {
    const places = [...placesOf("ha ".repeat(100_000), "ha ha ha ")];
    expect(places).toHaveLength(1000);
    expect(places.slice(0, 2)).toEqual([0, 3]);
    const far = 3 * 50_000;
    const found = findQuote("ha ".repeat(100_000), quote("ha"), far)?.start;
    expect(found).toBeLessThan(3000);
  });

  test("[A5] may be long, and is compared to its end", () => {
    const words = "ab".repeat(50);
    expect(find(`${words}a ${words}c`, `${words}c`)).toBe(102);
  });

  test("[A5] is where looking at every place would find it", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 30 });
    const short = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 4 });
    fc.assert(
      fc.property(letters, short, short, short, fc.nat(30), (text, words, prefix, suffix, near) => {
        const found = findQuote(text, quote(words, prefix, suffix), near);
        expect(found?.start ?? null).toBe(slowly(text, quote(words, prefix, suffix), near));
      }),
      { numRuns: 500 },
    );
  });
});

/** Finds a short quote by judging every offset of the text; null when no place is believed. */
function slowly(
  text: string,
  { quote, prefix, suffix }: { quote: string; prefix: string; suffix: string },
  near: number,
): number | null {
  const bare = (each: string) => each.replaceAll("\n", "");
  const [all, words, before, behind] = [text, quote, prefix, suffix].map(bare);
  if (!all || !words || before === undefined || behind === undefined) return null;
  const original = [...text.matchAll(/[^\n]/g)].map(({ index }) => index);
  const places = Array.from({ length: all.length }, (_, at) => {
    let context = 0;
    for (let n = 1; n <= before.length && all[at - n] === before.at(-n); n++) context++;
    const end = at + words.length;
    for (let n = 0; n < behind.length && all[end + n] === behind[n]; n++) context++;
    return { at, context, distance: Math.abs((original[at] ?? 0) - near) };
  }).filter(({ at, context }) => {
    return all.startsWith(words, at) && context * 2 >= before.length + behind.length;
  });
  places.sort((a, b) => b.context - a.context || a.distance - b.distance || a.at - b.at);
  return places[0] ? (original[places[0].at] ?? null) : null;
}

test("[A6] ends written by hand never throw", () => {
  const article = articleOf("alpha beta gamma", "delta");
  const { start, end } = anchorOn(article, "beta");
  const count = fc.oneof(fc.nat(40), fc.maxSafeNat());
  const letter = fc.record({ client: fc.oneof(fc.constant(start.client), count), clock: count });
  fc.assert(
    fc.property(
      fc.oneof(letter, fc.constant(start)),
      fc.oneof(letter, fc.constant(end)),
      (a, b) => {
        const anchor = { start: a, end: b, quote: "nowhere", prefix: "", suffix: "" };
        const range = resolveAnchor(textOf(article), anchor);
        if (range) expect(range.start).toBeLessThan(range.end);
      },
    ),
  );
  expect([...article.share.keys()]).toEqual(["default"]);
});

test("[A7] every replica gives the same answer, also after an undo", () => {
  fc.assert(
    fc.property(
      fc.array(anEdit, { minLength: 1, maxLength: 8 }),
      fc.nat({ max: 4 }),
      (edits, undone) => {
        const article = articleOf("alpha beta gamma delta", "zeta alpha beta gamma");
        const history = new Y.UndoManager(articleFragment(article), { captureTimeout: 0 });
        const anchors = ["beta gamma", "zeta alpha beta"].map((words) => anchorOn(article, words));
        for (const each of edits) edit(article, each);
        for (let count = 0; count < undone; count++) history.undo();
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(article));
        for (const anchor of anchors) {
          expect(resolveAnchor(textOf(other), anchor)).toEqual(
            resolveAnchor(textOf(article), anchor),
          );
        }
      },
    ),
    { numRuns: 150 },
  );
});
