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

  const matter =
    "<p>The ferry runs again, and half of the town came to see it leave.</p><p>The mayor said that nobody had believed in it but the fishers, who paid the first ticket.</p>";

  test.for([
    `<!doctype html><html lang="en"><title>The ferry</title>${matter}</html>`,
    `<!doctype html><title>The ferry</title><meta name="a"><h1>The ferry</h1>${matter}`,
    `<!doctype html>\n<!-- saved -->\n<html><head><title>The ferry</title></head>${matter}</html>`,
    `<!doctype html><html><head><title>The ferry</title></head><style>p{}</style><body>${matter}</body></html>`,
    `<!doctype html><html><head><title>The ferry</title></head><body></body>${matter}</html>`,
    `<!doctype html><html><title>The ferry</title><body>${matter}</body></html>\n<script>x</script>`,
    `<!doctype html><title>The ferry</title><body><body onload="x">${matter}</body></body>`,
    `<!doctype html><html><head><title>The ferry</title>${matter}`,
    `<html><head><title>The ferry</title></head><frameset><frame src="x"></frameset><noframes>${matter}</noframes></html>`,
  ])("[I18] what HTML lets out is no hindrance: %s", async (html) => {
    const { title, nodes } = parseImported(await readHtml(given(html)));
    const texts = blocksOfNodes(nodes).map(({ text }) => text);
    expect(title).toBe("The ferry");
    expect(texts).toEqual(["The ferry", ...texts.slice(-2)]);
    expect(texts.at(-2)).toMatch(/^The ferry runs again/);
    expect(texts.at(-1)).toMatch(/^The mayor said/);
  });

  test("[I18] there are twenty of them", () => {
    expect(SAVED_PAGES.length).toBeGreaterThanOrEqual(20);
  });
});
