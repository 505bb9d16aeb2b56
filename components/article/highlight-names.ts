// The browser's highlights that we paint with: their names in `CSS.highlights`, and which lies above which.

import { DEPTHS, type Depth } from "#domain/runs.ts";
import { KINDS, type KindId } from "#domain/scheme.ts";

/** The name of the highlight for one kind at one depth: `claim-1` to `framing-3`. */
export const kindHighlight = (kind: KindId, depth: Depth): string => `${kind}-${depth}`;

/** The name of the highlight for what people of one colour have selected. */
export const personHighlight = (colour: number): string => `person-${colour}`;

export const HOVERED = "hovered";
export const SELECTED = "selected";

/** From the lowest to the highest; people of all colours lie on one level. */
const LEVELS: readonly string[] = [
  ...KINDS.flatMap((kind) => DEPTHS.map((depth) => kindHighlight(kind, depth))),
  "person",
  HOVERED,
  SELECTED,
];

const levelOf = (name: string): string => name.replace(/^person-\d+$/, "person");

/** The highlight of this name, made when first asked for; null in a browser that has none. */
export function highlightNamed(name: string): Highlight | null {
  if (typeof Highlight === "undefined") return null;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  made.priority = LEVELS.indexOf(levelOf(name));
  CSS.highlights.set(name, made);
  return made;
}

/** Takes everything away that was painted; the highlights themselves stay, or are made. */
export function clearHighlights(): void {
  if (typeof Highlight === "undefined") return;
  for (const name of LEVELS) if (name !== "person") highlightNamed(name);
  for (const [name, highlight] of CSS.highlights) {
    if (LEVELS.includes(levelOf(name))) highlight.clear();
  }
}
