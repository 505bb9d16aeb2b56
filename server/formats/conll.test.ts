import { expect, test } from "vitest";
import { conll } from "./conll.ts";
import { markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { lossesOf } from "./losses.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { textFile } from "./text-file.ts";

const writer = conll.writer ?? expect.unreachable();
const read = conll.reader?.read ?? expect.unreachable();

test("[FO4] [FO6] passages that lie over no other come back, and the rest is counted", () =>
  expectRoundTrips(conll));

const passage = (start: number, end: number, label: string, quote = "x") =>
  markedPassage({ kind: "entity", label, start, end, quote });

test("[FO4] tokens with tags, sentences apart, a token cut where a passage ends", async () => {
  const marked = markedText("Ann’s aunt left. Bye.", [
    passage(0, 3, "person"),
    passage(0, 10, "group"),
    passage(11, 20, "event"),
  ]);
  expect(textWithEnding(await writer.write(marked, "a"), ".conll")).toBe(
    [
      "Ann B-entity-person",
      "’s O",
      "aunt O",
      "left B-entity-event",
      ". I-entity-event",
      "",
      "Bye I-entity-event",
      ". O",
      "",
    ].join("\n"),
  );
  expect(lossesOf(marked, writer)).toMatchObject({ annotation: 1 });
});

test("[FO4] files of others are read: more columns, documents, passages that begin with I, no text", async () => {
  const file = textFile(
    "eng.testa",
    "-DOCSTART- -X- O O\n\nU.N. NNP I-NP I-ORG\nofficial NN I-NP O\nEkeus NNP I-NP I-PER\n\nRolf NNP I-NP I-PER\n",
  );
  const [article] = await read([file]);
  expect(article?.text).toBe("U.N. official Ekeus\nRolf");
  const words = article?.annotations.map(({ range, label }) => [
    article.text?.slice(range?.start, range?.end),
    label,
  ]);
  expect(words).toEqual([
    ["U.N.", "ORG"],
    ["Ekeus", "PER"],
    ["Rolf", "PER"],
  ]);
});

// HumanSignal/label-studio-sdk, converter.convert_to_conll2003, doccano/doccano, CoNLLParser (IOBES, BILOU).
test.each([
  [
    "Label Studio",
    "-DOCSTART- -X- O\nJane -X- _ B-PER\nDoe -X- _ I-PER\nleft -X- _ O\nRome -X- _ B-LOC\n\n",
  ],
  ["IOBES", "# text = Jane Doe left Rome\nJane\tB-PER\nDoe\tE-PER\nleft\tO\nRome\tS-LOC\n"],
  ["BILOU", "Jane B-PER\r\nDoe L-PER\r\nleft O\r\nRome U-LOC\r\n"],
])("[FO4] tags are read as %s writes them", async (_, text) => {
  const file = textFile("result.conll", text);
  expect(conll.reader?.recognises([file])).toBe(true);
  const [article] = await read([file]);
  expect(article?.text).toBe("Jane Doe left Rome");
  expect(article?.annotations).toMatchObject([
    { label: "PER", range: { start: 0, end: 8 } },
    { label: "LOC", range: { start: 14, end: 18 } },
  ]);
});

test("[FO5] a text is not taken for it, and a line without a tag is refused", async () => {
  const recognises = conll.reader?.recognises ?? expect.unreachable();
  expect(recognises([textFile("a.txt", "Ann spoke to B-movie fans")])).toBe(false);
  await expect(async () => read([textFile("a", "Ann B-PER\nspoke")])).rejects.toThrow();
});
