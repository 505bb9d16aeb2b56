// The language of a text whose source does not say it.

import { franc } from "franc";
import type { ArticleNode } from "#domain/article/article.ts";
import { languageOf } from "./language.ts";

/** Shorter texts could be in many languages; in UTF-16 code units. */
const ENOUGH = 200;

/** As much as is looked at, in UTF-16 code units. */
const A_PART = 4000;

/** Scots is taken for English by its letters alone, and Danish and the two Norwegians for each other. */
const UNTOLD = new Set(["dan", "nob", "nno"]);

/** A BCP 47 tag; null when it is not clear. Told by how often which three letters follow each other. */
export function languageOfNodes(nodes: readonly ArticleNode[]): string | null {
  return guessLanguage(textIn(nodes, A_PART));
}

/** The same for plain words. */
export function guessLanguage(text: string): string | null {
  const code = franc(text, { minLength: ENOUGH, ignore: ["sco"] });
  return code === "und" || UNTOLD.has(code) ? null : languageOf(code);
}

/** The words of the first nodes, as many as are needed for `length` UTF-16 code units. */
function textIn(nodes: readonly ArticleNode[], length: number): string {
  let text = "";
  for (const { text: words = "", content = [] } of nodes) {
    if (text.length >= length) break;
    text += words === "" ? `${textIn(content, length - text.length)}\n` : words;
  }
  return text;
}
