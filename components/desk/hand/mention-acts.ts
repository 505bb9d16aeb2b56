// Marks every place where the article says the same name.

import type { Labelling } from "#domain/annotation/annotation.ts";
import { type TextRange, textBetween } from "#domain/article/article-text.ts";
import type { CardHand } from "../../margin/card-hand.ts";
import { nameOf } from "../../margin/label-name.tsx";
import type { Bench } from "../acts.ts";
import { MENTIONS, placesOf, unmarked } from "./mentions-left.ts";

export type MentionActs = {
  /** Marks all mentions of the selected words as a name, or of the focused annotation like it. */
  readonly markMentions: () => void;
} & Pick<CardHand, "mentionsLeft" | "markMentionsOf">;

export function mentionActs(bench: Bench): MentionActs {
  return {
    markMentions: () => markAll(bench, soughtIn(bench)),
    mentionsLeft: (id) => placesLeft(bench, soughtAs(bench, id)).length,
    markMentionsOf: (id) => markAll(bench, soughtAs(bench, id)),
  };
}

/** The words whose mentions are meant, and what these become; null when nothing of one's own is meant. */
type Sought = (Labelling & { readonly words: string }) | null;

function soughtIn(bench: Bench): Sought {
  const { session, state } = bench;
  const { selection, selected } = state();
  if (!selection) return selected === null ? null : soughtAs(bench, selected);
  return { kind: "entity", label: null, words: textBetween(session.index.text, selection.range) };
}

function soughtAs({ session }: Bench, id: string): Sought {
  const annotation = session.index.get(id)?.annotation;
  if (annotation?.author !== session.me.id) return null;
  const { kind, label, anchor } = annotation;
  return { kind, label, words: anchor.quote };
}

function placesLeft({ session }: Bench, sought: Sought): readonly TextRange[] {
  if (sought === null) return [];
  return unmarked(session, placesOf(session.index.text, sought.words), sought.kind);
}

function markAll(bench: Bench, sought: Sought): void {
  const { session, scheme, words } = bench;
  if (sought === null) return;
  const places = placesLeft(bench, sought);
  if (places.length === 0) {
    bench.tell(words("no-mentions"));
    return;
  }
  const refs = session.markAll(places.slice(0, MENTIONS), sought);
  bench.dispatch({ type: "mentioned", labelling: sought, ids: refs, author: session.me.id });
  bench.geometry.current?.clearSelection();
  const label = nameOf(scheme, sought.kind, sought.label);
  const count = { count: refs.length, label };
  const sentence = words(places.length > MENTIONS ? "mentions-some" : "mentions-added", count);
  bench.offerUndo(sentence);
  bench.announce(sentence);
}
