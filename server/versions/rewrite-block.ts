// One paragraph with new words: letters that stay keep their places and marks.

import { diffWordsWithSpace } from "diff";
import * as Y from "yjs";
import { type ArticleNode, toChildren } from "#domain/article/article.ts";
import { plainText, type TextBlock } from "#domain/article/article-text.ts";

/** Makes a block read as a paragraph or heading node; one that reads so already stays as it is. */
export function rewriteBlock({ element, text, parts }: TextBlock, node: ArticleNode): void {
  const lines = (node.content ?? [])
    .map((each) => each.text ?? "\n")
    .join("")
    .split("\n");
  if (lines.join("\n") === text) return;
  const runs = parts.map((part) => part.node).filter((each) => each instanceof Y.XmlText);
  // lines that answer each other one to one; otherwise the paragraph begins anew
  if (runs.length === lines.length && parts.length === 2 * lines.length - 1) {
    for (const [index, run] of runs.entries()) rewriteRun(run, lines[index] ?? "");
    return;
  }
  element.delete(0, element.length);
  element.insert(0, toChildren(node.content ?? []));
}

/** Changes only the words that differ; new words take on the marks of those before them. */
function rewriteRun(run: Y.XmlText, line: string): void {
  let at = 0;
  for (const { added, removed, value } of diffWordsWithSpace(plainText(run), line)) {
    if (removed) run.delete(at, value.length);
    else if (added) run.insert(at, value);
    if (!removed) at += value.length;
  }
}
