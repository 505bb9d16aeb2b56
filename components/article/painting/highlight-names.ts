// The browser's highlights that we paint with: their names in `CSS.highlights`, and which lies above which.

import type { Heat } from "#domain/annotation/heat.ts";
import type { Depth } from "#domain/annotation/runs.ts";
import { KINDS, type KindId } from "#domain/scheme/scheme.ts";
import { STATUSES, type Status } from "#domain/talk/status.ts";

/** The name of the highlight for one kind at one depth: `claim-1` to `framing-3`. */
export const kindHighlight = (kind: KindId, depth: Depth): string => `${kind}-${depth}`;

/** The name for what is settled of one kind, below the rest: `claim-settled`. */
export const settledHighlight = (kind: KindId): string => `${kind}-settled`;

/** The name for one label colour (null: no label yet) of one kind, in one lane: `claim-label-0-1`. */
export const labelHighlight = (kind: KindId, colour: number | null, lane: Depth): string =>
  `${kind}-label-${colour ?? "none"}-${lane}`;

/** The name for what people of one colour marked as one kind, in one lane: `claim-person-11-3`. */
export const authorHighlight = (kind: KindId, colour: number, lane: Depth): string =>
  `${kind}-person-${colour}-${lane}`;

/** The name for one status in one lane: `open-1`. */
export const statusHighlight = (status: Status, lane: Depth): string => `${status}-${lane}`;

/** The name for one step of heat: `heat-5`. */
export const heatHighlight = (heat: Heat): string => `heat-${heat}`;

/** The name of the highlight for what people of one colour have selected. */
export const personHighlight = (colour: number): string => `person-${colour}`;

/** Lies over everything that is marked while one annotation is pointed at, so that the others step back. */
export const VEIL = "veil";
export const HOVERED = "hovered";
export const SELECTED = "selected";
/** What somebody has searched for. */
export const FOUND = "found";

/** How our names begin, from the lowest to the highest. */
const STEMS: readonly string[] = [
  ...[...STATUSES, "heat", ...KINDS, VEIL, "person"],
  ...[HOVERED, SELECTED, FOUND],
];

/** How high a highlight lies; of one stem the deeper above the shallower. Below 0: none of ours. */
function levelOf(name: string): number {
  const [stem = ""] = name.split("-", 1);
  return STEMS.indexOf(stem) * 10 + Number(/\d$/.exec(name)?.[0] ?? 0);
}

/** The highlight of this name, made when first asked for; null in a browser that has none. */
export function highlightNamed(name: string): Highlight | null {
  if (typeof Highlight === "undefined") return null;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  made.priority = levelOf(name);
  CSS.highlights.set(name, made);
  return made;
}

/** Takes everything away that was painted; the highlights themselves stay. */
export function clearHighlights(): void {
  if (typeof Highlight === "undefined") return;
  for (const [name, highlight] of CSS.highlights) {
    if (levelOf(name) >= 0) highlight.clear();
  }
}
