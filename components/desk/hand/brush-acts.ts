// The brush: once a labelling is in hand, every selection is marked with it at once.

import type { Labelling } from "#domain/annotation/annotation.ts";
import type { KindId } from "#domain/scheme/scheme.ts";
import { nameOf } from "../../margin/label-name.tsx";
import type { Bench } from "../acts.ts";
import { labelWithDigit } from "./label-digit.ts";

export type BrushActs = {
  /** Takes up the brush with what was labelled last, or lays it down. */
  readonly toggleBrush: () => void;
  /** Takes up the brush, or changes what it gives; null lays it down. */
  readonly takeBrush: (labelling: Labelling | null) => void;
};

export function brushActs(bench: Bench): BrushActs {
  const { scheme, words, dispatch, state, announce } = bench;
  const takeBrush = (brush: Labelling | null): void => {
    if (bench.session.role === "viewer") return;
    dispatch({ type: "brush", brush });
    if (brush === null) announce(words("brush-ended"));
    else announce(words("brush", { label: nameOf(scheme, brush.kind, brush.label) }));
  };
  return {
    takeBrush,
    toggleBrush: () => takeBrush(state().brush === null ? firstBrush(bench) : null),
  };
}

/** What the brush gives at first: the focused annotation's labelling, else the last one, else the first kind. */
function firstBrush({ session, scheme, state }: Bench): Labelling {
  const { selection, selected, last } = state();
  const focused = selection || selected === null ? null : session.index.get(selected);
  if (focused) return { kind: focused.annotation.kind, label: focused.annotation.label };
  return last ?? { kind: scheme.kinds[0]?.id ?? "claim", label: null };
}

/** Another kind for the brush in hand. Tells whether there is one. */
export function rekindBrush(acts: BrushActs, { state }: Bench, kind: KindId): boolean {
  const { brush, selection } = state();
  if (brush === null || selection) return false;
  acts.takeBrush({ kind, label: null });
  return true;
}

/** Another label of its kind for the brush in hand. Tells whether there is one. */
export function relabelBrush(acts: BrushActs, { scheme, state }: Bench, digit: string): boolean {
  const { brush } = state();
  if (brush === null) return false;
  const labelling = labelWithDigit(scheme, brush.kind, digit);
  if (labelling) acts.takeBrush(labelling);
  return true;
}
