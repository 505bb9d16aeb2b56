// UIMA CAS XMI, as INCEpTION writes it: the text and what was annotated as elements of XML, a file for
// every annotator, and the types that they are of in a file beside.
// https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xmi

import { filesByAuthor } from "./annotator-file.ts";
import { articleOfCas, FIRST_VIEW, ownFeatures } from "./cas.ts";
import type { Format, NamedFile } from "./format.ts";
import { isPlaced, type MarkedArticle, type PlacedAnnotation } from "./marked-article.ts";
import { mergeTexts } from "./merge-texts.ts";
import { textFile } from "./text-file.ts";
import { isXmi, readXmi } from "./uima-cas-xmi-reader.ts";
import { DECLARATION, typesFile } from "./uima-types.ts";
import { LAYER } from "./webanno-tsv-reader.ts";
import { xmlWords } from "./xml-text.ts";

export const uimaCasXmi: Format = {
  extension: "xmi",
  mediaType: "application/vnd.xmi+xml",
  writer: {
    carries: new Set(["blanks", "label", "note", "attributes", "author", "created"]),
    write,
  },
  reader: {
    recognises: (files) => files.some(isXmi),
    read: (files) =>
      mergeTexts(files.filter(isXmi).map((file) => articleOfCas(readXmi(file, files), file))),
  },
};

function write({ article: { text }, annotations }: MarkedArticle): NamedFile[] {
  const placed = annotations.filter(isPlaced);
  const files = filesByAuthor(placed).map((own) =>
    textFile(`${own.file}.xmi`, xmiOf(text, own.annotations)),
  );
  return [...files, typesFile()];
}

function xmiOf(text: string, annotations: readonly PlacedAnnotation[]): string {
  const [, namespace = "", type = ""] = /^(.*)\.([^.]*)$/.exec(LAYER) ?? [];
  const spaces = {
    "xmlns:xmi": "http://www.omg.org/XMI",
    "xmlns:cas": "http:///uima/cas.ecore",
    "xmlns:custom": `http:///${namespace.replaceAll(".", "/")}.ecore`,
    "xmi:version": "2.0",
  };
  const things = annotations.map((annotation, index) =>
    element(`custom:${type}`, {
      ...{ "xmi:id": index + 2, sofa: 1, begin: annotation.start, end: annotation.end },
      ...ownFeatures(annotation),
    }),
  );
  const sofa = { sofaNum: 1, sofaID: FIRST_VIEW, mimeType: "text", sofaString: text };
  const members = annotations.map((_, index) => index + 2).join(" ");
  return [
    `${DECLARATION}<xmi:XMI${attributesOf(spaces)}>`,
    element("cas:NULL", { "xmi:id": 0 }),
    ...things,
    element("cas:Sofa", { "xmi:id": 1, ...sofa }),
    element("cas:View", { sofa: 1, members }),
    "</xmi:XMI>\n",
  ].join("\n");
}

type Attributes = Readonly<Record<string, string | number>>;

const element = (name: string, attributes: Attributes): string =>
  `  <${name}${attributesOf(attributes)}/>`;

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");

/** Also line ends and tabs, which a reader would take for blanks. */
const escaped = (words: string): string =>
  xmlWords(words).replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
