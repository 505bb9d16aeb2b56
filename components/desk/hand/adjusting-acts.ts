// Moves either end of one's own annotation.

import { movedEdge } from "#domain/anchor/adjust.ts";
import { type TextRange, textBetween } from "#domain/article/article-text.ts";
import type { Bench } from "../acts.ts";
import type { Adjustment } from "../keys.ts";

export type AdjustingActs = {
  /** Moves an end of the focused annotation by a step. */
  readonly adjust: (adjustment: Adjustment) => void;
  /** Puts an annotation on another passage. */
  readonly move: (id: string, range: TextRange) => void;
};

export function adjustingActs(bench: Bench): AdjustingActs {
  const { session, words, announce, state } = bench;
  const move = (id: string, range: TextRange, goesOn: boolean): boolean => {
    const refusal = session.move(id, range, goesOn);
    if (refusal !== null) bench.tell(words(`cannot-mark-${refusal}`));
    else bench.offerUndo(null);
    return refusal === null;
  };
  return {
    adjust: ({ edge, by, unit }) => {
      const { selected } = state();
      const range = selected === null ? null : session.index.get(selected)?.range;
      if (selected === null || !range) return;
      const { text } = session.index;
      const moved = movedEdge(text, range, { edge, by, unit, language: bench.language });
      if (moved === null) announce(words("cannot-adjust"));
      else if (move(selected, moved, true))
        announce(words(`moved-${edge}`, { words: edgeWords(bench, moved, edge) }));
    },
    move: (id, range) => {
      if (move(id, range, false))
        announce(words("moved", { words: textBetween(session.index.text, range) }));
    },
  };
}

/** How many words are said of a passage whose end was moved. */
const SAID = 3;

function edgeWords({ session }: Bench, range: TextRange, edge: "start" | "end"): string {
  const words = textBetween(session.index.text, range).split(/\s+/u);
  return (edge === "start" ? words.slice(0, SAID) : words.slice(-SAID)).join(" ");
}
