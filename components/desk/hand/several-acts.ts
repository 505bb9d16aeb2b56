// Several annotations at once: chosen one by one or all that are shown, then deleted or relabelled as one step.

import type { Labelling } from "#domain/annotation/annotation.ts";
import type { KindId } from "#domain/scheme/scheme.ts";
import { nameOf } from "../../margin/label-name.tsx";
import type { Bench } from "../acts.ts";

export type SeveralActs = {
  /** Chooses an annotation along with the others, or lets it go. */
  readonly choose: (id: string) => void;
  readonly chooseFocused: () => void;
  /** Chooses all that are shown. */
  readonly chooseAll: () => void;
  readonly chooseNone: () => void;
  readonly removeChosen: () => void;
  readonly relabelChosen: (labelling: Labelling) => void;
};

export function severalActs(bench: Bench): SeveralActs {
  const { session, scheme, words, dispatch, state, announce } = bench;
  const chosenNow = (chosen: ReadonlySet<string>): void => {
    dispatch({ type: "choose", chosen });
    announce(words("chosen", { count: chosen.size }));
  };
  const choose = (id: string): void => {
    const chosen = new Set(state().chosen);
    if (!chosen.delete(id)) chosen.add(id);
    chosenNow(chosen);
  };
  const own = (): readonly string[] | null => {
    const refs = ownOf(bench);
    if (refs.length > 0) return refs;
    bench.tell(words("none-of-yours"));
    return null;
  };
  return {
    choose,
    chooseFocused: () => {
      const { selected } = state();
      if (selected !== null) choose(selected);
    },
    chooseAll: () => chosenNow(new Set(bench.shown().map(({ annotation }) => annotation.id))),
    chooseNone: () => dispatch({ type: "choose", chosen: new Set() }),
    removeChosen: () => {
      const refs = own();
      if (refs === null) return;
      session.removeAll(refs);
      dispatch({ type: "choose", chosen: new Set() });
      const sentence = words("notes-deleted", { count: refs.length });
      announce(sentence);
      bench.offerUndo(sentence);
    },
    relabelChosen: (labelling) => {
      const refs = own();
      if (refs === null) return;
      session.relabelAll(refs, labelling);
      dispatch({ type: "labelled", labelling });
      const label = nameOf(scheme, labelling.kind, labelling.label);
      const sentence = words("notes-relabelled", { count: refs.length, label });
      announce(sentence);
      bench.offerUndo(sentence);
    },
  };
}

/** The chosen annotations that are this person's own. */
function ownOf({ session, state }: Bench): readonly string[] {
  return [...state().chosen].filter(
    (id) => session.index.get(id)?.annotation.author === session.me.id,
  );
}

/** The kind that all of one's own chosen annotations have; null when they differ. */
export function kindOfChosen(bench: Bench): KindId | null {
  const kinds = new Set(ownOf(bench).map((id) => bench.session.index.get(id)?.annotation.kind));
  const [kind] = kinds;
  return kinds.size === 1 && kind ? kind : null;
}
