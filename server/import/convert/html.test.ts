import { describe, expect, test } from "vitest";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import type { GivenFile } from "../imported.ts";
import { parseImported } from "../parse-imported.ts";
import { readHtml } from "./html.ts";
import { SAVED_PAGES } from "./pages.test-kit.ts";

const given = (html: string | Uint8Array, more: Partial<GivenFile> = {}): GivenFile => ({
  bytes: typeof html === "string" ? new TextEncoder().encode(html) : html,
  name: "",
  contentType: null,
  url: "https://wave.example/town/story?from=mail",
  ...more,
});

describe("saved pages", () => {
  test.for(SAVED_PAGES.map((page) => [page.name, page] as const))(
    "[I18] of %s the title and the text come, and nothing else",
    async ([, { html, bytes, title, blocks, language = "en" }]) => {
      const imported = parseImported(await readHtml(given(bytes ?? html)));
      expect(imported.title).toBe(title);
      expect(blocksOfNodes(imported.nodes).map(({ text }) => text)).toEqual([title, ...blocks]);
      expect(imported.language).toBe(language);
    },
  );

  const title = "<title>The tide</title>";
  const paragraphs = ["in", "out"].map((way) => `The tide goes ${way}. `.repeat(10).trim());
  const text = `<article><h1>The tide</h1>${paragraphs.map((each) => `<p>${each}`).join("")}</article>`;
  test.each([
    ["head and body", `<!doctype html><html lang="en">${title}<main>${text}</main>`],
    ["the body", `<!doctype html><html lang="en"><head>${title}</head>${text}</html>`],
    ["the end of the head and the body", `<!doctype html><html lang="en"><head>${title}${text}`],
    ["everything", `<!DOCTYPE html>${title}${text}`],
  ])("[I18] the tags of %s may be left out", async (_, html) => {
    const imported = await readHtml(given(html));
    expect(imported.title).toBe("The tide");
    expect(blocksOfNodes(imported.nodes).map(({ text }) => text)).toEqual([
      "The tide",
      ...paragraphs,
    ]);
  });

  test("[I18] there are twenty of them", () => {
    expect(SAVED_PAGES.length).toBeGreaterThanOrEqual(20);
  });
});
