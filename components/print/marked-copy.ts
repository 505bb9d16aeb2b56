// The article as it goes to paper: a copy of what is on screen, its marks real elements, a number
// behind each passage.

import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import { type Run, runsOf } from "#domain/annotation/runs.ts";
import { blockAt } from "#domain/article/article-text.ts";
import { type Nested, nestMarks } from "#domain/article/nested-marks.ts";
import { boundaries, readDomText, textElements } from "../article/dom-text.ts";
import type { Passage } from "./passages.ts";

/** `shown` are the ids of the annotations that are marked; a block that is not on screen yet stays bare. */
export function markedCopy(
  article: HTMLElement,
  index: AnnotationIndex,
  {
    shown,
    passages,
  }: { readonly shown: ReadonlySet<string>; readonly passages: readonly Passage[] },
): HTMLElement {
  const copy = document.createElement("article");
  copy.className = "article";
  copy.append(...[...article.childNodes].map((node) => node.cloneNode(true)));
  for (const mark of copy.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  const ends = endsByBlock(index, passages);
  for (const [at, element] of textElements(copy).entries()) {
    element.removeAttribute("aria-details");
    if (readDomText(element).text !== index.text.blocks[at]?.text) continue;
    const pieces = index.inBlock(at).filter(({ id }) => shown.has(id));
    wrapRuns(
      element,
      runsOf(pieces).filter(({ depth }) => depth === 1),
    );
    addNumbers(element, ends.get(at) ?? new Map());
  }
  return copy;
}

/** The numbers of the passages that end in each block, by the offset in the block. */
function endsByBlock(
  { text }: AnnotationIndex,
  passages: readonly Passage[],
): ReadonlyMap<number, ReadonlyMap<number, readonly number[]>> {
  const blocks = Map.groupBy(passages, ({ range }) => blockAt(text, range.end - 1));
  return new Map(
    [...blocks].map(([block, within]) => {
      const start = text.blocks[block]?.start ?? 0;
      const ends = Map.groupBy(within, ({ range }) => range.end - start);
      return [block, new Map([...ends].map(([end, each]) => [end, each.map((p) => p.number)]))];
    }),
  );
}

function wrapRuns(element: HTMLElement, runs: readonly Run[]): void {
  const { leaves, starts } = readDomText(element);
  for (const [at, leaf] of leaves.entries()) {
    if (!(leaf instanceof Text)) continue;
    const start = starts[at] ?? 0;
    const pieces = nestMarks({ start, end: start + leaf.length }, runs);
    leaf.replaceWith(...pieces.map((piece) => nodeOf(piece, leaf.data, start)));
  }
}

/** `words` begin at `origin`. */
function nodeOf(piece: Nested<Run>, words: string, origin: number): Node {
  const { start, end } = piece.range;
  if (piece.mark === null)
    return document.createTextNode(words.slice(start - origin, end - origin));
  const mark = document.createElement("mark");
  mark.dataset.kind = piece.mark.kind;
  mark.append(...piece.inner.map((each) => nodeOf(each, words, origin)));
  return mark;
}

/** From the last to the first, so that the places before stay what they are. */
function addNumbers(element: HTMLElement, ends: ReadonlyMap<number, readonly number[]>): void {
  const shown = readDomText(element);
  for (const [end, numbers] of [...ends].sort(([a], [b]) => b - a)) {
    const points = boundaries(shown, end - 1, end);
    if (!points) continue;
    const number = document.createElement("sup");
    number.textContent = numbers.join(" ");
    const place = document.createRange();
    place.setStart(points.endContainer, points.endOffset);
    place.insertNode(number);
  }
}
