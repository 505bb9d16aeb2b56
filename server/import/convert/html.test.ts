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

  test("[I18] there are twenty of them", () => {
    expect(SAVED_PAGES.length).toBeGreaterThanOrEqual(20);
  });
});
