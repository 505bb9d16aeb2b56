// Two readings of one page put together: Readability's, which is good at leaving things out, and that of
// the page's main part, which loses nothing.

import type { ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";

/** From how many letters on a paragraph says something of its own. */
const SENTENCE = 40;

/**
 * The blocks of the main part that Readability kept, too, and those that are no furniture: sentences,
 * tables, and the headings above them. Where Readability found much more, its own.
 */
export function chooseNodes(
  main: readonly ArticleNode[],
  readable: readonly ArticleNode[],
): readonly ArticleNode[] {
  const kept = new Set(readable.flatMap(textsIn));
  const chosen: ArticleNode[] = [];
  for (const node of main.toReversed()) {
    if (isTeaser(node)) continue;
    const isChosen = node.type === "heading" ? leads(chosen.at(-1), kept, node) : says(node, kept);
    if (isChosen) chosen.push(node);
  }
  const merged = chosen.reverse();
  return lettersOf(merged) < lettersOf(readable) * 0.9 ? readable : merged;
}

/** How many letters nodes hold. */
export const lettersOf = (nodes: readonly ArticleNode[]): number =>
  nodes.flatMap(textsIn).reduce((sum, text) => sum + text.length, 0);

const textsIn = (node: ArticleNode): string[] =>
  blocksOfNodes([node]).flatMap(({ text }) => {
    const words = text.replace(/\s+/g, " ").trim();
    return words === "" ? [] : [words];
  });

/** Whether a heading in front of this node heads something; one at the end does not. */
const leads = (
  next: ArticleNode | undefined,
  kept: ReadonlySet<string>,
  heading: ArticleNode,
): boolean =>
  next !== undefined &&
  (next.type !== "heading" || textsIn(heading).some((text) => kept.has(text)));

function says(node: ArticleNode, kept: ReadonlySet<string>): boolean {
  if (node.type === "image" || node.type === "table") return true;
  const texts = textsIn(node);
  if (texts.some((text) => kept.has(text))) return true;
  return (
    linkedShare(node) <= 0.5 && texts.some((text) => text.length >= SENTENCE || ENDED.test(text))
  );
}

/** How a sentence ends. */
const ENDED = /[.!?…。！？؟:][”"»’」』)]*$/u;

/** A paragraph or heading that is nothing but a link: it leads to something else to read. */
const isTeaser = (node: ArticleNode): boolean =>
  (node.type === "paragraph" || node.type === "heading") && linkedShare(node) > 0.95;

/** Which share of the letters leads elsewhere. */
function linkedShare(node: ArticleNode): number {
  const linked = runsIn(node).filter(({ marks = [] }) => marks.some(({ type }) => type === "link"));
  const letters = (runs: readonly ArticleNode[]): number =>
    runs.reduce((sum, { text = "" }) => sum + text.length, 0);
  return letters(linked) / Math.max(1, letters(runsIn(node)));
}

function runsIn(node: ArticleNode): ArticleNode[] {
  return node.text === undefined ? (node.content ?? []).flatMap(runsIn) : [node];
}
