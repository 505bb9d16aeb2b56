// What a page of an article tells, read by another program's parser.

import { parseHTML } from "linkedom";
import { wordsWithin } from "./words-within.test-kit.ts";

type Told = { readonly text: string } | { readonly begin: string } | { readonly end: string };

/** The words of the passage of each note, by its number. */
export function notedWords(page: string): Map<string, string> {
  const { document } = parseHTML(page);
  const lines = document.querySelectorAll(".article :is(p, h1, h2, h3, h4, h5, h6)");
  return wordsWithin([...lines].map((line) => [...line.childNodes].flatMap(toldBy)));
}

function toldBy(node: Node): Told[] {
  const { nodeName, textContent } = node;
  if (nodeName === "#text") return [{ text: textContent ?? "" }];
  if (nodeName === "BR") return [{ text: "\n" }];
  if (nodeName === "SUP") return [{ end: textContent ?? "" }];
  const id = nodeName === "SPAN" && "id" in node ? String(node.id) : "";
  return id === "" ? [...node.childNodes].flatMap(toldBy) : [{ begin: id.slice(1) }];
}
