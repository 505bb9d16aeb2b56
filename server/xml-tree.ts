// XML from outside as a tree of plain elements. A document type is refused: it is where files of
// others and endless words come from, and nothing that we read needs one.

import { XMLParser } from "fast-xml-parser";

export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The words that stand in the element itself. */
  readonly text: string;
};

/** Anything but XML without a document type. */
export class XmlFault extends Error {
  readonly isTooDeep: boolean;

  constructor(cause?: unknown) {
    super("not XML that is read here", { cause });
    this.isTooDeep = cause instanceof Error && /nested/i.test(cause.message);
  }
}

const ATTRIBUTES = ":@";
const TEXT = "#text";

/** The text of a document in UTF-8 without a document type; throws XmlFault. */
export function xmlText(bytes: Uint8Array): string {
  const text = orFault(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new XmlFault();
  return text;
}

/**
 * A reader that gives the outermost elements of a text, and throws XmlFault. With `prefixes`, names
 * keep theirs; without `spaces`, words lose those around them. More than `mostDeep` elements in each
 * other are a fault.
 */
export function xmlReader(kept: {
  readonly prefixes: boolean;
  readonly spaces: boolean;
  readonly mostDeep: number;
}): (text: string) => XmlElement[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    removeNSPrefix: !kept.prefixes,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: !kept.spaces,
    htmlEntities: true, // references by number are read with these only
    maxNestedTags: kept.mostDeep,
  });
  return (text) => elementsIn(orFault(() => parser.parse(text)));
}

function orFault<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new XmlFault(cause);
  }
}

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
