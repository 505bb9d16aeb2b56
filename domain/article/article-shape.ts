// Which elements of an article hold text, and which only group others. What an article should not
// hold (it may come from a client of another make) is shown as the nearest thing we know.

import * as Y from "yjs";

const TEXT_BLOCKS: ReadonlySet<string> = new Set(["paragraph", "heading"]);
/** What stands between blocks and holds no text. */
const LEAVES: ReadonlySet<string> = new Set(["horizontalRule", "image"]);
const GROUPS: ReadonlySet<string> = new Set([
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "table",
  "tableRow",
  "tableCell",
  "tableHeader",
]);

/** Whether an element is one block of text; an unknown one is when text stands in it directly. */
export function holdsText(element: Y.XmlElement): boolean {
  if (TEXT_BLOCKS.has(element.nodeName)) return true;
  if (GROUPS.has(element.nodeName) || LEAVES.has(element.nodeName)) return false;
  return element.toArray().some((child) => child instanceof Y.XmlText);
}

/** Whether text blocks may stand inside this element. */
export function isGroup(element: Y.XmlElement): boolean {
  return !LEAVES.has(element.nodeName) && !holdsText(element);
}
