// XML from outside as elements with the names that it gives them. A document type is refused: it is where
// files of others and endless words come from.

import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type NamedFile, UnreadableFile } from "./format.ts";

export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The words that stand in the element itself. */
  readonly text: string;
};

/** How many elements may stand in each other. */
const MOST_DEEP = 32;

const ATTRIBUTES = ":@";
const TEXT = "#text";

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true, // references by number are read with these only
  maxNestedTags: MOST_DEEP,
});

/** The outermost element. Anything but one well-formed document in UTF-8 is unreadable. */
export function xmlRoot(file: NamedFile): XmlElement {
  const [root, ...others] = elementsIn(parsed(xmlText(file))).filter(({ name }) => name !== "?xml");
  if (root === undefined || others.length > 0) throw new UnreadableFile("not-this-format");
  return root;
}

function xmlText({ bytes }: NamedFile): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!/<!(?:DOCTYPE|ENTITY)/i.test(text) && XMLValidator.validate(text) === true) return text;
  } catch (cause) {
    throw new UnreadableFile("not-this-format", cause);
  }
  throw new UnreadableFile("not-this-format");
}

function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch (cause) {
    const isDeep = cause instanceof Error && /nested/i.test(cause.message);
    throw new UnreadableFile(isDeep ? "too-deep" : "not-this-format", cause);
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
