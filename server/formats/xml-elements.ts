// The XML of annotated files, with the names that it gives its elements.

import { XMLValidator } from "fast-xml-parser";
import { type XmlElement, XmlFault, xmlReader, xmlText } from "../xml-tree.ts";
import { type NamedFile, UnreadableFile } from "./format.ts";

const elementsOf = xmlReader({ prefixes: true, spaces: true, mostDeep: 32 });

/** The outermost element. Anything but one well-formed document in UTF-8 is unreadable. */
export function xmlRoot({ bytes }: NamedFile): XmlElement {
  const elements = readOr(() => {
    const text = xmlText(bytes);
    if (XMLValidator.validate(text) !== true) throw new XmlFault();
    return elementsOf(text);
  });
  const [root, ...others] = elements.filter(({ name }) => name !== "?xml");
  if (root === undefined || others.length > 0) throw new UnreadableFile("not-this-format");
  return root;
}

function readOr<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    const isDeep = cause instanceof XmlFault && cause.isTooDeep;
    throw new UnreadableFile(isDeep ? "too-deep" : "not-this-format", cause);
  }
}
