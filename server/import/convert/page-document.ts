// A page as a document with a head and a body, whether or not it writes their tags: HTML does not ask for them.

import { parseHTML } from "linkedom";

/** What belongs into a head. */
const OF_HEAD: ReadonlySet<string> = new Set(
  "base link meta noscript script style template title".split(" "),
);

export function documentOfPage(html: string): Document {
  const isWhole = /<html[\s>]/i.test(html);
  const page = isWhole ? html : `<html>${html.replace(/<!doctype[^>]*>/i, "")}</html>`;
  const { document } = parseHTML(page);
  const { documentElement: root } = document;
  const parts = [...root.children];
  if (parts.some(({ localName }) => localName === "body")) return document;
  const head = parts.find(({ localName }) => localName === "head");
  const astray = [...(head?.children ?? [])].filter(({ localName }) => !OF_HEAD.has(localName));
  const rest = [...root.childNodes].filter((node) => node !== head);
  const body = document.createElement("body");
  body.append(...astray, ...rest);
  root.append(body);
  return document;
}
