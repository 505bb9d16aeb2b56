// A page as a browser would take it: linkedom builds what is written, and HTML may leave out html, head
// and body, or put something between them.

import { parseHTML } from "linkedom";

/** What belongs into a head that nobody has begun. */
const OF_HEAD = /^(?:title|meta|link|base|style|script|noscript|template)$/;

/** Parses a page; everything in it is in its head or in its body. */
export function wholeDocument(html: string): Document {
  const { document } = parseHTML(html);
  const root = rootOf(document);
  const written = [...root.childNodes];
  const { head } = document; // made where it is not written
  const body =
    [...root.children].find(({ localName }) => localName === "body") ??
    document.createElement("body");
  head.after(body);
  const inHead = [...head.childNodes];
  const first = inHead.findIndex(isOfBody);
  if (first >= 0) body.prepend(...inHead.slice(first)); // nobody ended the head
  let isBegun = false;
  for (const node of written) {
    isBegun ||= node === body || isOfBody(node);
    if (node !== head && node !== body) (isBegun ? body : head).append(node);
  }
  return document;
}

/** The element html; made anew around all that is there, where it is not the only one. */
function rootOf(document: Document): Element {
  const elements = [...document.children];
  const [first] = elements;
  if (first && elements.length === 1 && first.localName === "html") return first;
  const root = document.createElement("html");
  for (const attribute of first?.localName === "html" ? first.attributes : []) {
    root.setAttribute(attribute.name, attribute.value);
  }
  const nodes = [...document.childNodes].filter(({ nodeType }) => nodeType !== DOCTYPE);
  root.append(...nodes.flatMap((node) => (nameOf(node) === "html" ? [...node.childNodes] : node)));
  for (const node of document.children) node.remove();
  document.append(root);
  return root;
}

const DOCTYPE = 10;

const nameOf = (node: Node): string => node.nodeName.toLowerCase();

/** Whether a node can stand in no head: words, and most elements. */
function isOfBody(node: Node): boolean {
  if (node.nodeType === TEXT) return (node.textContent ?? "").trim() !== "";
  return node.nodeType === ELEMENT && nameOf(node) !== "head" && !OF_HEAD.test(nameOf(node));
}

const ELEMENT = 1;
const TEXT = 3;
