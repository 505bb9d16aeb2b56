// Paints the highlights that came with the page onto the server's HTML.

import { boundaries, readDomText, textElements } from "../dom-text.ts";
import { clearHighlights, highlightNamed, kindHighlight } from "./highlight-names.ts";
import { readRuns } from "./inline-highlights.ts";
import { hasOwnView } from "./view-key.ts";

/** Paints what `data-highlights` of an article element says, and nothing else; nothing for a reader with a view of their own. */
export function paintInline(article: HTMLElement): void {
  clearHighlights();
  if (hasOwnView(article.dataset.reader ?? "")) return;
  const elements = textElements(article);
  for (const run of readRuns(article.dataset.highlights ?? "")) {
    const element = elements[run.block];
    const range = element && boundaries(readDomText(element), run.start, run.end);
    if (range) highlightNamed(kindHighlight(run.kind, run.depth))?.add(new StaticRange(range));
  }
}
