// Documents of Word for tests, written by hand.

import { type Entries, zipOf } from "./zip.test-kit.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a document with this body, and what is said to be in others. */
export function partsOf(body: string, others: Entries = {}): Entries {
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    "_rels/.rels": relationships([["officeDocument", "word/document.xml"]]),
    "word/document.xml": `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    "word/styles.xml": `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-AT"/></w:rPr></w:rPrDefault></w:docDefaults>${["Title", "heading 1", "heading 2", "Quote"].map(styleOf).join("")}</w:styles>`,
    ...others,
  };
}

/** A whole document. */
export const docxOf = (body: string, others: Entries = {}): Uint8Array =>
  zipOf(partsOf(body, others));

/** Relationships of the main part are told in `word/_rels/document.xml.rels`; ids count from r1. */
export const relationships = (
  targets: readonly (readonly [type: string, target: string, mode?: string])[],
): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target, mode], index) =>
        `<Relationship Id="r${index + 1}" Type="${TYPE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ""}/>`,
    )
    .join("")}</Relationships>`;

const idOf = (style: string) => style.replaceAll(" ", "");

const styleOf = (name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${idOf(name)}"><w:name w:val="${name}"/></w:style>`;

export const run = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (runs: string, style = ""): string =>
  `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${idOf(style)}"/></w:pPr>`}${runs}</w:p>`;

/** A picture that the main part names by relationship, inside the file by `embed` or outside by `link`. */
export const picture = (id: string, by: "embed" | "link" = "embed", alt = ""): string =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="p" descr="${alt}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:${by}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** The smallest PNG. */
export const PNG = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
