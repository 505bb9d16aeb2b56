import { describe, expect, test } from "vitest";
import type { ArticleNode } from "#domain/article/article.ts";
import { cleanWords, oneLine } from "./convert/clean-words.ts";
import { PARAGRAPHS, parseImported } from "./parse-imported.ts";
import { Unreadable } from "./unreadable.ts";

const text = (words: string): ArticleNode => ({ type: "text", text: words });
const paragraph = (...content: ArticleNode[]): ArticleNode => ({ type: "paragraph", content });
const answer = (...nodes: unknown[]) => ({
  ...{ title: "T", byline: null, published: null, source: null, language: "en" },
  ...{ nodes, notices: [] },
});

describe("what a converter answers", () => {
  test("[I2] an article's own nodes come through as they are", () => {
    const item = { type: "listItem", content: [paragraph(text("item"))] };
    const cell = { type: "tableCell", attrs: { colspan: 2 }, content: [paragraph()] };
    const imported = answer(
      { type: "heading", attrs: { level: 1 }, content: [text("T")] },
      paragraph(text("one"), { type: "hardBreak" }, text("two")),
      { type: "orderedList", attrs: { start: 3 }, content: [item] },
      { type: "table", content: [{ type: "tableRow", content: [cell] }] },
      { type: "blockquote", content: [paragraph(text("said"))] },
      { type: "horizontalRule" },
    );
    expect(parseImported(imported)).toEqual(imported);
  });

  const linked = (href: string) =>
    paragraph({ ...text("x"), marks: [{ type: "link", attrs: { href } }] });
  const hostile: Readonly<Record<string, unknown>> = {
    "an unknown node": { type: "script", content: [text("x")] },
    "an unknown attribute": { ...paragraph(text("x")), attrs: { onclick: "x" } },
    "a link to a program": linked("javascript:alert(1)"),
    "an image of another site": { type: "image", attrs: { src: "https://elsewhere.example/" } },
    "a line feed inside a run": paragraph(text("a\nb")),
    "half a character": paragraph(text("\ud83d")),
    "a list item without a paragraph": { type: "bulletList", content: [{ type: "listItem" }] },
    "an empty table": { type: "table", content: [] },
  };
  test.for(Object.keys(hostile))("[I2] %s is refused", (name) => {
    expect(() => parseImported(answer(paragraph(text("x")), hostile[name]))).toThrow();
  });

  test("[I3] nothing to read, and too much to read, each have their sentence", () => {
    const codeOf = (nodes: unknown[]) => {
      try {
        return parseImported(answer(...nodes));
      } catch (error) {
        return error instanceof Unreadable ? error.code : error;
      }
    };
    expect(codeOf([paragraph()])).toBe("file-empty");
    const many = Array.from({ length: PARAGRAPHS + 1 }, () => paragraph(text("x")));
    expect(codeOf(many)).toBe("file-too-long");
    expect(codeOf([paragraph(text("x".repeat(2_000_001)))])).toBe("file-too-long");
  });
});

test("[I4] letters that no article should hold go, direction and joiners stay in a text", () => {
  expect(cleanWords("a\r\nb\u2028c\0\ufeff\u00ad\ud83d")).toBe("a\nb\nc\ufffd");
  expect(cleanWords("\u202babc\u202c \u200d")).toBe("\u202babc\u202c \u200d");
  expect(oneLine(" \u202eevil\u202c \n name ")).toBe("evil name");
  expect(oneLine("x".repeat(501))).toHaveLength(500);
  expect(oneLine(null)).toBe("");
});
