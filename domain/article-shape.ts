// Which elements of an article hold text, and which only group others. What an article should not
// hold (it may come from a client of another make) is shown as the nearest thing we know.

import * as Y from "yjs";

const TEXT_BLOCKS: ReadonlySet<string> = new Set(["paragraph", "heading"]);
const RULE = "horizontalRule";
const GROUPS: ReadonlySet<string> = new Set([
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
]);

/** Whether an element is one block of text; an unknown one is when text stands in it directly. */
export function holdsText(element: Y.XmlElement): boolean {
  if (TEXT_BLOCKS.has(element.nodeName)) return true;
  if (GROUPS.has(element.nodeName) || element.nodeName === RULE) return false;
  return element.toArray().some((child) => child instanceof Y.XmlText);
}

/** Whether text blocks may stand inside this element. */
export function isGroup(element: Y.XmlElement): boolean {
  return element.nodeName !== RULE && !holdsText(element);
}
