// XML from outside as plain elements. A document type is refused: it is where files and endless names
// come from, and nothing that we read needs one.

import { XMLParser } from "fast-xml-parser";
import { Unreadable } from "../unreadable.ts";

/** An element without the prefixes of its names. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text that stands in the element itself. */
  readonly text: string;
};

const ATTRIBUTES = ":@";
const TEXT = "#text";

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  attributesGroupName: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
});

/** Text of a part that holds XML. Anything but UTF-8, and a document type, is Unreadable. */
export function xmlText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!/<!(?:DOCTYPE|ENTITY)/i.test(text)) return text;
  } catch {
    // TextDecoder refuses by throwing TypeError
  }
  throw new Unreadable("file-damaged");
}

/** All elements of a document, the outer ones before those inside them; none where there is no XML. */
export function xmlElements(bytes: Uint8Array | null): XmlElement[] {
  if (bytes === null) return [];
  const text = xmlText(bytes);
  try {
    return elementsIn(parser.parse(text)).flatMap(withInner);
  } catch {
    throw new Unreadable("file-damaged");
  }
}

const withInner = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap(withInner),
];

function elementsIn(content: unknown): XmlElement[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((node: unknown) => {
    const parts = isRecord(node) ? Object.entries(node) : [];
    const [name, inner] = parts.find(([key]) => key !== ATTRIBUTES && key !== TEXT) ?? [];
    if (name === undefined) return [];
    const said = parts.find(([key]) => key === ATTRIBUTES)?.[1];
    const attributes = new Map(
      Object.entries(isRecord(said) ? said : {}).map(([key, value]) => [key, String(value)]),
    );
    return [{ name, attributes, children: elementsIn(inner), text: textIn(inner) }];
  });
}

const textIn = (content: unknown): string =>
  (Array.isArray(content) ? content : [])
    .map((node: unknown) => (isRecord(node) && TEXT in node ? String(node[TEXT]) : ""))
    .join("");

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
