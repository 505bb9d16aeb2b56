import { expect, test } from "vitest";
import { markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { jsonFile } from "./json.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { textFile } from "./text-file.ts";
import { w3c } from "./w3c.ts";

const write = w3c.writer?.write ?? expect.unreachable();
const read = w3c.reader?.read ?? expect.unreachable();
const ANNO = "http://www.w3.org/ns/anno.jsonld";

test("[FO4] [FO6] passages, labels, notes, people and replies come back, and the rest is counted", () =>
  expectRoundTrips(w3c));

test("[FO4] an annotation with its words, those around them, and offsets in code points", async () => {
  const passage = { kind: "entity", label: "person", start: 3, end: 6, note: "who?" } as const;
  const marked = markedText("😀 Ann spoke", [markedPassage(passage)]);
  const file: unknown = JSON.parse(textWithEnding(await write(marked, "a"), "a.jsonld"));
  expect(file).toMatchObject({
    ...{ type: "AnnotationCollection", label: "A title", total: 1, "postil:text": "😀 Ann spoke" },
    first: {
      type: "AnnotationPage",
      items: [
        {
          ...{ type: "Annotation", creator: { type: "Person", name: "Ann" } },
          body: [
            { type: "TextualBody", purpose: "tagging", value: "entity-person" },
            { type: "TextualBody", purpose: "describing", value: "who?" },
          ],
          target: {
            selector: [
              { type: "TextQuoteSelector", exact: "Ann", prefix: "😀 ", suffix: " spoke" },
              { type: "TextPositionSelector", start: 2, end: 5 },
            ],
          },
        },
      ],
    },
  });
});

test("[FO4] annotations of others are read by their words, an article for each text", async () => {
  const quote = { type: "TextQuoteSelector", exact: "Ann", prefix: "so " };
  const target = { source: "https://one.example/", selector: quote };
  const items = [
    { ...{ "@context": ANNO, id: "a:1", type: "Annotation", bodyValue: "hm", target } },
    {
      id: "a:2",
      type: ["Annotation"],
      motivation: "replying",
      body: { value: "no" },
      target: "a:1",
    },
    { id: "a:3", type: "Annotation", motivation: "replying", bodyValue: "yes", target: ["a:2"] },
    { type: "Annotation", creator: "https://ben.example/", target: "https://two.example/" },
  ];
  const [one, two] = await read([jsonFile("all.json", items)]);
  expect(one).toMatchObject({ text: null, source: "https://one.example/", leftOut: {} });
  expect(one?.annotations).toMatchObject([
    {
      ...{ kind: "", label: null, note: "hm", range: null },
      quote: { exact: "Ann", prefix: "so ", suffix: "" },
      talk: { replies: [{ text: "no" }, { text: "yes" }] },
    },
  ]);
  expect(two).toMatchObject({ annotations: [], leftOut: { "out-of-text": 1 } });
});

// w3c/web-annotation, admin/annotation/2016/examples/json/collection1.json: its items 9 to 41, in short.
test("[FO4] the examples of the model are read: several targets, selectors that refine others, choices", async () => {
  const quote = (exact: string) => ({ type: "TextQuoteSelector", exact });
  const source = "http://example.org/page1";
  const within = { type: "FragmentSelector", value: "para5", refinedBy: quote("Selected Text") };
  const place = { type: "TextPositionSelector", start: 6, end: 27 };
  const both = [
    { source, selector: quote("one") },
    { source, selector: [quote("two")] },
  ];
  const chosen = { type: "TextualBody", purpose: "describing", value: "I love this" };
  const targets = [
    ...["http://example.org/ebook1", { type: "List", items: [source] }],
    ...[
      { source, selector: "http://example.org/paraselector1" },
      { source, selector: within },
    ],
    ...[both, { source, selector: { ...within, refinedBy: place } }],
    { source, selector: { type: "SvgSelector", id: "http://example.org/svg1" } },
  ];
  const items = targets.map((target, index) => ({
    ...{ id: `http://example.org/anno${index}`, type: "Annotation", target },
    ...{ creator: { id: "http://example.org/user1", type: "Person", nickname: "pseudo" } },
    body: [
      { type: "TextualBody", purpose: "tagging", value: "love" },
      { type: "Choice", items: [{ id: "http://example.org/note1" }, chosen] },
    ],
  }));
  const first = { type: "AnnotationPage", startIndex: 0, items };
  const collection = { "@context": ANNO, type: "AnnotationCollection", label: "Examples", first };
  const articles = await read([jsonFile("collection1.json", collection)]);
  const found = articles.flatMap(({ annotations }) => annotations);
  expect(found.map((each) => each.quote?.exact)).toEqual(["Selected Text", "one", "two"]);
  expect(found[0]).toMatchObject({ label: "love", note: "I love this", by: { name: "pseudo" } });
  const lost = articles.map(({ leftOut }) => leftOut["out-of-text"] ?? 0);
  expect(lost.reduce((sum, each) => sum + each, 0)).toBe(5);
});

test("[FO5] replies in a circle end; other JSON is not taken for it; a broken item is refused", async () => {
  const circle = ["a:1", "a:2"].map((id, index, all) => ({
    ...{ id, type: "Annotation", motivation: "replying", target: all[1 - index] },
  }));
  const [article] = await read([jsonFile("a.json", circle)]);
  expect(article?.annotations).toEqual([]);
  const recognises = w3c.reader?.recognises ?? expect.unreachable();
  for (const other of ["{}", "[]", "x", '[{"type": "Note", "target": ""}]']) {
    expect(recognises([textFile("a.json", other)])).toBe(false);
  }
  const broken = jsonFile("a.json", { "@context": ANNO, type: "Person" });
  expect(recognises([broken])).toBe(true);
  await expect(async () => read([broken])).rejects.toThrow("not-this-format");
});
