// Marks every place where the article says the same name.

import type { Labelling } from "#domain/annotation.ts";
import { textBetween } from "#domain/article-text.ts";
import { nameOf } from "../margin/label-name.tsx";
import type { Bench } from "./acts.ts";
import { MENTIONS, placesOf, unmarked } from "./mentions-left.ts";

export type MentionActs = {
  /** Marks all mentions of the selected words as a name, or of the focused annotation like it. */
  readonly markMentions: () => void;
};

export function mentionActs(bench: Bench): MentionActs {
  const { session, words } = bench;
  return {
    markMentions: () => {
      const sought = soughtIn(bench);
      if (sought === null) return;
      const places = unmarked(session, placesOf(session.index.text, sought.words), sought.kind);
      if (places.length === 0) return bench.tell(words("no-mentions"));
      const refs = session.markAll(places.slice(0, MENTIONS), sought);
      bench.dispatch({ type: "mentioned", labelling: sought, ids: refs, author: session.me.id });
      bench.geometry.current?.clearSelection();
      const label = nameOf(bench.scheme, sought.kind, sought.label);
      const count = { count: refs.length, label };
      const sentence = words(places.length > MENTIONS ? "mentions-some" : "mentions-added", count);
      bench.offerUndo(sentence);
      bench.announce(sentence);
    },
  };
}

/** The words whose mentions are meant, and what these become; null when nothing of one's own is meant. */
function soughtIn({ session, state }: Bench): (Labelling & { readonly words: string }) | null {
  const { selection, selected } = state();
  if (selection) {
    return { kind: "entity", label: null, words: textBetween(session.index.text, selection.range) };
  }
  const annotation = selected === null ? null : session.index.get(selected)?.annotation;
  if (annotation?.author !== session.me.id) return null;
  const { kind, label, anchor } = annotation;
  return { kind, label, words: anchor.quote };
}
