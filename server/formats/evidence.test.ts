import { createHash } from "node:crypto";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { evidence } from "./evidence.ts";
import { FILE_LANGUAGES } from "./file-words.ts";
import {
  anyMarkedArticle,
  goldArticle,
  markedPassage,
  markedText,
  textWithEnding,
} from "./formats.test-kit.ts";
import { notedWords } from "./html.test-kit.ts";
import type { MarkedArticle } from "./marked-article.ts";

const write = evidence.writer?.write ?? expect.unreachable();

const pageOf = async (marked: MarkedArticle): Promise<string> =>
  textWithEnding(await write(marked, "a"), "a.html");

const queried = (page: string, selector: string) => {
  const { document } = parseHTML(page);
  return [...document.querySelectorAll(selector)];
};

test("[FO9] every link of a page of evidence leads to a place in it, or to an address out of it", async () => {
  await fc.assert(
    fc.asyncProperty(anyMarkedArticle, async (marked) => {
      const page = await pageOf(marked);
      const words = notedWords(page);
      expect(marked.annotations.map((_, index) => words.get(String(index + 1)))).toEqual(
        marked.annotations.map(({ quote }) => quote),
      );
      const ids = queried(page, "[id]").map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of queried(page, "a[href]")) {
        const href = link.getAttribute("href") ?? "";
        expect(href.startsWith("#") ? ids : [href]).toContain(href.replace(/^#/, ""));
      }
    }),
    { numRuns: 40 },
  );
});

test("[FO9] a page of evidence begins with how much there is of what, and of how many people", async () => {
  const ben = { id: "ben", name: "Ben" };
  const lost = markedPassage({ start: null, end: null, kind: "framing", author: ben });
  const gold = goldArticle();
  const page = await pageOf({ ...gold, annotations: [...gold.annotations, lost] });
  const kinds = ["claim", "entity", "framing"].map(
    (id) => queried(page, `.notes mark.${id}`).length,
  );
  const told = queried(page, ".summary b").map(({ textContent }) => Number(textContent));
  expect(told).toEqual([gold.annotations.length + 1, 2, ...kinds]);
});

test("[FO9] notes that lost their words, labels with their definitions and the origin are told", async () => {
  const lost = markedPassage({ start: null, end: null, orphan: true, quote: "gone words" });
  const told = { source: "https://a.example/x", published: "2026-02-01", sourceHash: "feed" };
  const marked = { ...goldArticle(), language: "de" as const };
  const page = await pageOf({
    ...marked,
    article: { ...marked.article, ...told, hash: "cafe", fetchedAt: "2026-02-02T00:00:00.000Z" },
    versions: [{ number: 3, hash: "beef", at: "2026-02-03T00:00:00.000Z", by: null, text: null }],
    annotations: [...marked.annotations, lost],
  });
  const last = marked.annotations.length + 1;
  expect(queried(page, `#n${last} blockquote`)[0]?.textContent).toBe("gone words");
  expect(queried(page, ".label li")).toHaveLength(last);
  const facts = queried(page, "dl")[0]?.textContent ?? "";
  for (const fact of ["https://a.example/x", "2026-02-01", "feed", "cafe", "beef", "Fassung 3"]) {
    expect(facts).toContain(fact);
  }
});

test("[FO9] nothing that people wrote runs or asks for anything, wherever it stands", async () => {
  const said = `</p></style></title>--></textarea>]]><script>alert(1)</script><svg onload=alert(1)>
<img src="https://a.example/x" onerror=alert(1)>" onfocus=alert(1) autofocus x=' style=x \` javascript:alert(1)`;
  const person = { id: said, name: said };
  const at = "2026-03-02T12:00:00.000Z";
  const passage = markedPassage({
    ...{ start: 0, end: said.length, quote: said, note: said, author: person, label: said },
    attributes: { [said]: said },
    replies: [
      {
        ...{ id: said, author: person, text: said, mentions: [said], createdAt: said },
        ...{ editedAt: null, hidden: { by: person, at, reason: said } },
      },
    ],
  });
  const link = { type: "link", attrs: { href: "javascript:alert(1)" } };
  const content = [
    { type: "paragraph", content: [{ type: "text", text: said, marks: [link] }] },
    { type: "image", attrs: { src: "https://a.example/x.png", alt: said, caption: said } },
  ];
  const marked = markedText(said, [passage], {
    ...{ title: said, byline: said, source: said, language: said, published: said, content },
    ...{ fetchedAt: said, sourceHash: said, hash: said },
  });
  const evil = { line: "red}</style><script>alert(1)</script>", tint: "url(//a.example)" };
  const kinds = marked.scheme.kinds.map((kind) => ({
    ...kind,
    ...{ name: said, colours: { light: evil, dark: evil } },
  }));
  const page = await pageOf({ ...marked, scheme: { ...marked.scheme, name: said, kinds } });
  expect(queried(page, "article")[0]?.textContent).toContain("<script>alert(1)</script>");
  const known = new Set(queried(await pageOf(goldArticle()), "*").map(({ tagName }) => tagName));
  for (const element of queried(page, "*")) {
    expect([...known, "FIGURE", "FIGCAPTION", "BR"]).toContain(element.tagName);
    for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^(?:on|style$|src)/);
    expect(element.getAttribute("href") ?? "#").toMatch(/^(?:#|https:\/\/postil\.example)/);
  }
});

test.each(FILE_LANGUAGES)(
  "[FO9] a page in %s has a policy that lets nothing but its own looks in",
  async (language) => {
    const page = await pageOf({ ...goldArticle(), language });
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = queried(page, "meta[http-equiv]")[0]?.getAttribute("content");
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
    expect(style).not.toMatch(/url\(|@import/);
    expect(queried(page, "html")[0]?.getAttribute("lang")).toBe(language);
  },
);
