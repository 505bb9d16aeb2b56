import { expect, test } from "vitest";
import { markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { textFile } from "./text-file.ts";
import { uimaCasXmi } from "./uima-cas-xmi.ts";

const write = uimaCasXmi.writer?.write ?? expect.unreachable();
const { read, recognises } = uimaCasXmi.reader ?? expect.unreachable();

test("[FO4] [FO6] passages and what is said of them come back, and the rest is counted", () =>
  expectRoundTrips(uimaCasXmi));

test("[FO4] elements as UIMA reads them: UTF-16, escapes, types in a file beside", async () => {
  const marked = markedText('😀 "Ann"\n\n<spoke>\u0001', [
    markedPassage({ start: 3, end: 8, quote: '"Ann"', note: "a\tb & c", attributes: { x: "1" } }),
  ]);
  const files = await write(marked, "news");
  expect(files.map(({ name }) => name)).toEqual(["Ann.xmi", "TypeSystem.xml"]);
  expect(textWithEnding(files, ".xmi").split("\n")).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">',
    '  <cas:NULL xmi:id="0"/>',
    '  <custom:Postil xmi:id="2" sofa="1" begin="3" end="8" kind="claim" note="a&#9;b &#38; c" created="2026-03-01T12:00:00.000Z" attributes="{&#34;x&#34;:&#34;1&#34;}"/>',
    '  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="😀 &#34;Ann&#34;&#10;&#10;&#60;spoke&#62;\ufffd"/>',
    '  <cas:View sofa="1" members="2"/>',
    "</xmi:XMI>",
    "",
  ]);
  expect(textWithEnding(files, ".xml")).toContain(
    "<name>webanno.custom.Postil</name>\n      <description/>\n      <supertypeName>uima.tcas.Annotation</supertypeName>",
  );
});

const SPACES = [
  ["xmi", "http://www.omg.org/XMI"],
  ["cas", "http:///uima/cas.ecore"],
  ["tcas", "http:///uima/tcas.ecore"],
  ["type3", "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"],
  ["type4", "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"],
  ["type5", "http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"],
  ["custom", "http:///webanno/custom.ecore"],
  ["noNamespace", "http:///uima/noNamespace.ecore"],
].map(([prefix, space]) => `xmlns:${prefix}="${space}"`);

const xmi = (...things: string[]) =>
  textFile(
    "annotation/news.txt/ben.xmi",
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<xmi:XMI ${SPACES.join(" ")} xmi:version="2.0"><cas:NULL xmi:id="0"/>`,
      ...things,
      '<cas:Sofa xmi:id="9" sofaNum="2" sofaID="_InitialView" mimeType="text" sofaString="😀 Haag&#10;plays."/>',
      '<cas:View sofa="9" members="1 2 3"/></xmi:XMI>',
    ].join("\n"),
  );

const feature = (name: string, range: string) =>
  `<featureDescription><name>${name}</name><rangeTypeName>${range}</rangeTypeName></featureDescription>`;
const type = (name: string, supers: string, ...features: string[]) =>
  `<typeDescription><name>${name}</name><supertypeName>${supers}</supertypeName><features>${features.join("")}</features></typeDescription>`;

const NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const types = textFile(
  "annotation/news.txt/TypeSystem.xml",
  `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>${[
    type("custom.Tag", "uima.cas.String"),
    type(
      NER,
      "uima.tcas.Annotation",
      feature("identifier", "uima.cas.String"),
      feature("value", "custom.Tag"),
    ),
    type("webanno.custom.Base", "webanno.custom.Base", feature("slots", "uima.cas.FSArray")),
    type(
      "webanno.custom.Mark",
      "webanno.custom.Base",
      feature("tags", "uima.cas.StringArray"),
      feature("sure", "uima.cas.Boolean"),
      feature("next", "webanno.custom.Mark"),
    ),
  ].join("")}</types></typeSystemDescription>`,
);

test("[FO4] layers of a project come with their names; relations, links and slots are counted", async () => {
  const file = xmi(
    '<type3:DocumentMetaData xmi:id="20" sofa="9" begin="0" end="15" language="nl" documentTitle="News"/>',
    '<type5:Token xmi:id="21" sofa="9" begin="0" end="2"/>',
    '<type4:NamedEntity xmi:id="1" sofa="9" begin="3" end="7" identifier="Q36600" value="LOC"/>',
    '<custom:Mark xmi:id="2" sofa="9" begin="0" end="2" sure="true" next="1" slots="30 31"><tags>a</tags><tags>b &amp; c</tags></custom:Mark>',
    '<custom:Rel xmi:id="3" sofa="9" begin="3" end="7" Governor="1" Dependent="2"/>',
    '<custom:Mark xmi:id="4" sofa="9" begin="8" end="99"/>',
    '<custom:Mark xmi:id="5" sofa="9" begin="-1" end="3"/>',
    '<custom:Mark xmi:id="6" sofa="8" begin="0" end="1"/>',
    '<custom:LinkType xmi:id="30" role="p1" target="1"/>',
    '<noNamespace:Own xmi:id="7" sofa="9" begin="8" end="13"/>',
    '<cas:Sofa xmi:id="8" sofaNum="1" sofaID="other" mimeType="text" sofaString="Other."/>',
  );
  const [article, ...others] = await read([file, types]);
  expect(others).toEqual([]);
  expect(article).toMatchObject({ text: "😀 Haag\nplays.", title: "News", language: "nl" });
  expect(article?.annotations).toMatchObject([
    {
      ...{ kind: "NamedEntity", label: "LOC", range: { start: 3, end: 7 }, by: { name: "ben" } },
      attributes: { identifier: "Q36600" },
    },
    { kind: "Mark", label: "a, b & c", attributes: { sure: "true" }, range: { start: 0, end: 2 } },
    { kind: "Own", label: null, range: { start: 8, end: 13 } },
  ]);
  expect(article?.leftOut).toEqual({ relation: 4, "out-of-text": 3 });
});

test("[FO4] without a file of types, relations are told by their ends", async () => {
  const relation = '<custom:Rel xmi:id="3" sofa="9" begin="3" end="7" Governor="1" Dependent="2"/>';
  const mark = '<custom:Mark xmi:id="1" sofa="9" begin="3" end="7" tag="x"/>';
  const [article] = await read([xmi(mark, relation)]);
  expect(article?.annotations).toMatchObject([{ kind: "Mark", label: "x" }]);
  expect(article?.leftOut).toEqual({ relation: 1 });
});

const bomb = (name: string) =>
  `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, index) => `<!ENTITY ${name}${index} "${"&a;".repeat(10)}">`).join("")}]>`;
const deep = (depth: number) => `${"<a>".repeat(depth)}${"</a>".repeat(depth)}`;
const whole = (text: string) => `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">${text}</xmi:XMI>`;

test.each([
  ["not-this-format", `${bomb("b")}${whole("&b19;")}`],
  ["not-this-format", `<!DOCTYPE x SYSTEM "file:///etc/passwd">${whole("")}`],
  ["not-this-format", `<!doctype x [<!ENTITY y SYSTEM "http://127.0.0.1/">]>${whole("&y;")}`],
  ["not-this-format", whole("<a>").slice(0, -4)],
  ["not-this-format", whole("<a></b>")],
  ["not-this-format", `${whole("")}${whole("")}`],
  ["not-this-format", whole('<a x="1" x="2"/>')],
  ["not-this-format", whole('<a __proto__="1"/>')],
  ["too-deep", whole(deep(100))],
  ["too-deep", whole(deep(20_000))],
  ["no-text", whole("")],
  ["no-text", whole('<cas:Sofa xmlns:cas="http:///uima/cas.ecore" xmi:id="1"/>')],
])("[FO5] what is broken or hostile is refused: %s %#", async (fault, text) => {
  const files = [textFile("a.xmi", text)];
  expect(recognises(files)).toBe(true);
  await expect(async () => read(files)).rejects.toThrow(fault);
});

test("[FO5] other XML and other text are not taken for it, and hostile types are refused", async () => {
  for (const other of ["", "x", "<a/>", "<typeSystemDescription/>"]) {
    expect(recognises([textFile("a.xmi", other)])).toBe(false);
  }
  const hostile = textFile("TypeSystem.xml", `${bomb("c")}<typeSystemDescription/>`);
  await expect(async () => read([xmi(), hostile])).rejects.toThrow("not-this-format");
  const latin1 = new Uint8Array([...new TextEncoder().encode(whole("")), 0xe4]);
  await expect(async () => read([{ name: "a.xmi", bytes: latin1 }])).rejects.toThrow();
});
