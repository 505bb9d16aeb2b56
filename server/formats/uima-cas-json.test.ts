import { expect, test } from "vitest";
import { jsonFile } from "./json.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { uimaCasJson } from "./uima-cas-json.ts";

const read = uimaCasJson.reader?.read ?? expect.unreachable();
const recognises = uimaCasJson.reader?.recognises ?? expect.unreachable();

test("[FO4] [FO6] passages and what is said of them come back, and the rest is counted", () =>
  expectRoundTrips(uimaCasJson));

const NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

const foreign = {
  "%TYPES": {
    [NER]: {
      ...{ "%NAME": NER, "%SUPER_TYPE": "uima.tcas.Annotation" },
      value: { "%NAME": "value", "%RANGE": "uima.cas.String" },
      identifier: { "%NAME": "identifier", "%RANGE": "uima.cas.String" },
    },
  },
  "%FEATURE_STRUCTURES": [
    { "%ID": 1, "%TYPE": NER, "@sofa": 9, begin: 3, end: 7, identifier: "Q36600", value: "LOC" },
    { "%ID": 2, "%TYPE": "custom.Mark", "@sofa": 9, begin: 0, end: 2 },
    { "%ID": 3, "%TYPE": "custom.Mark", "@sofa": 9, begin: 5, end: 90 },
    {
      "%ID": 4,
      "%TYPE": "custom.Rel",
      "@sofa": 9,
      begin: 3,
      end: 7,
      "@Governor": 1,
      "@Dependent": 2,
    },
    { "%ID": 5, "%TYPE": "uima.tcas.DocumentAnnotation", "@sofa": 9, begin: 0, end: 8 },
    {
      "%ID": 9,
      "%TYPE": "uima.cas.Sofa",
      sofaNum: 1,
      sofaID: "_InitialView",
      sofaString: "😀 Haag.",
    },
  ],
  "%VIEWS": { _InitialView: { "%SOFA": 9, "%MEMBERS": [1, 2, 3, 4, 5] } },
};

test("[FO4] layers of a project come with their names, and relations are counted", async () => {
  const [article] = await read([jsonFile("annotation/news.txt/ben.json", foreign)]);
  expect(article?.text).toBe("😀 Haag.");
  expect(article?.annotations).toMatchObject([
    {
      ...{ kind: "NamedEntity", label: "LOC", range: { start: 3, end: 7 }, by: { name: "ben" } },
      attributes: { identifier: "Q36600" },
    },
    { kind: "Mark", label: null, range: { start: 0, end: 2 } },
  ]);
  expect(article?.leftOut).toEqual({ relation: 1, "out-of-text": 1 });
});

test("[FO4] lists become one value, links and slots are counted, offsets may be marked as such", async () => {
  const mark = { "%TYPE": "custom.Mark", "@sofa": 9 };
  const sofa = { "%TYPE": "uima.cas.Sofa", sofaID: "_InitialView", sofaString: "One two" };
  const structures = {
    1: { "%TYPE": "uima.cas.Sofa", sofaID: "other", sofaString: "Other." },
    9: sofa,
    2: { "%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["a", null, "b"] },
    3: { "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [5, 6] },
    4: { ...mark, "^begin": 0, "^end": 3, "@tags": 2, "@slots": 3, "@next": 5, "#score": "NaN" },
    5: { ...mark, begin: 4, end: 7, sure: true },
    6: { ...mark, begin: "4", end: 7 },
    7: {
      "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
      language: "x-unspecified",
      documentTitle: "News",
    },
  };
  const [article] = await read([jsonFile("ben.json", { "%FEATURE_STRUCTURES": structures })]);
  expect(article).toMatchObject({ title: "News", language: null, text: "One two" });
  expect(article?.annotations).toMatchObject([
    { range: { start: 0, end: 3 }, label: "NaN", attributes: { tags: "a, b" } },
    { range: { start: 4, end: 7 }, label: "true" },
  ]);
  expect(article?.leftOut).toEqual({ relation: 3, "out-of-text": 1 });
});

test("[FO5] other JSON is not taken for it, and what is broken is refused", async () => {
  expect(recognises([jsonFile("a.json", { text: "x" })])).toBe(false);
  const broken = [jsonFile("a.json", { "%FEATURE_STRUCTURES": [{ "%ID": "x" }] })];
  expect(recognises(broken)).toBe(true);
  await expect(async () => read(broken)).rejects.toThrow("not-this-format");
  const empty = [jsonFile("a.json", { "%FEATURE_STRUCTURES": [] })];
  await expect(async () => read(empty)).rejects.toThrow("no-text");
});
