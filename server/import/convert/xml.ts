// The XML inside DOCX and EPUB files, without the prefixes of its names.

import * as tree from "../../xml-tree.ts";
import { Unreadable } from "../unreadable.ts";

const elementsOf = tree.xmlReader({ prefixes: false, spaces: false, mostDeep: 100 });

/** Text of a part that holds XML. Anything but UTF-8, and a document type, is Unreadable. */
export const xmlText = (bytes: Uint8Array): string => whole(() => tree.xmlText(bytes));

/** All elements of a document, the outer ones before those inside them; none where there is no XML. */
export function xmlElements(bytes: Uint8Array | null): tree.XmlElement[] {
  if (bytes === null) return [];
  return whole(() => elementsOf(tree.xmlText(bytes))).flatMap(withInner);
}

const withInner = (element: tree.XmlElement): tree.XmlElement[] => [
  element,
  ...element.children.flatMap(withInner),
];

function whole<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    throw new Unreadable("file-damaged");
  }
}
