// What a hand can do at the desk, by key, button or card: one function per act.

import type { RefObject } from "react";
import { flushSync } from "react-dom";
import type { Labelling } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { type KindId, kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import type { ArticleGeometry } from "../article/article-view-props.ts";
import { type KeyTable, shownKey } from "../keys/key-table.ts";
import type { CardHand } from "../margin/card-hand.ts";
import { cardHeadId, noteFieldId } from "../margin/card-note.tsx";
import { nameOf } from "../margin/label-name.tsx";
import type { ArticleSession } from "../session/article-session.ts";
import { replyFieldId } from "../talk/focus-card.ts";
import type { Words } from "../words/words.ts";
import type { DeskAction, DeskState } from "./desk-state.ts";
import { type AdjustingActs, adjustingActs } from "./hand/adjusting-acts.ts";
import { type BrushActs, brushActs, rekindBrush, relabelBrush } from "./hand/brush-acts.ts";
import { type CopyingActs, copyingActs } from "./hand/copying-acts.ts";
import { labelWithDigit } from "./hand/label-digit.ts";
import { type MentionActs, mentionActs } from "./hand/mention-acts.ts";
import { kindOfChosen, type SeveralActs, severalActs } from "./hand/several-acts.ts";
import { focusToggled } from "./view/view.ts";

/** What the acts work on. The functions answer with what is there at that moment. */
export type Bench = {
  readonly session: ArticleSession;
  readonly scheme: Scheme;
  /** The article's language, BCP 47; "" when nobody said. */
  readonly language: string;
  /** The single keys as they are now, for sentences that name one. */
  readonly keys: () => KeyTable;
  readonly words: Words<"desk">;
  readonly geometry: RefObject<ArticleGeometry | null>;
  readonly dispatch: (action: DeskAction) => void;
  readonly state: () => DeskState;
  /** The annotations that pass the filter, in reading order. */
  readonly shown: () => readonly Placed[];
  /** Says something to those who listen to the page. */
  readonly announce: (sentence: string) => void;
  /** Shows what was just deleted, with the offer to take it back; null once something else was done. */
  readonly offerUndo: (deleted: string | null) => void;
  /** Shows a sentence for a while, and says it to those who listen to the page. */
  readonly tell: (sentence: string) => void;
};

export type Acts = CardHand &
  HandActs & {
    /** Marks the selected words, or gives the focused annotation this kind. `focus`: the menu had the focus. */
    readonly mark: (kind: KindId, focus?: boolean) => void;
    /** Sets a label by its digit: of the brush, of what is chosen, or of the focused annotation. */
    readonly label: (digit: string) => void;
    /** Marks the selected words with what the brush gives. */
    readonly paint: () => void;
    readonly repeat: () => void;
    readonly step: (by: 1 | -1) => void;
    readonly clear: () => void;
    /** Hides all marks, or shows them again. */
    readonly toggleFocus: () => void;
    /** Deletes what is chosen, or the focused annotation. */
    readonly removeFocused: () => void;
    readonly copyFocused: () => void;
    readonly linkFocused: () => void;
    readonly writeNote: () => void;
    readonly writeReply: () => void;
    readonly undo: () => void;
    readonly redo: () => void;
  };

type HandActs = BrushActs & MentionActs & SeveralActs & AdjustingActs & CopyingActs;

export function createActs(bench: Bench): Acts {
  const { session, scheme, dispatch, state, announce } = bench;
  const brush = brushActs(bench);
  const several = severalActs(bench);
  const copying = copyingActs(bench);
  const focused = (): Placed | null => {
    const { selected } = state();
    return selected === null ? null : session.index.get(selected);
  };
  const apply = (labelling: Labelling, focus = false): void => {
    const { selection, chosen } = state();
    if (selection) markWords(bench, labelling, focus);
    else if (chosen.size > 0) several.relabelChosen(labelling);
    else if (focused()) relabel(focused()?.annotation.id ?? "", labelling);
  };
  const relabel = (id: string, labelling: Labelling): void => {
    session.relabel(id, labelling);
    bench.offerUndo(null);
    dispatch({ type: "labelled", labelling });
    announce(nameOf(scheme, labelling.kind, labelling.label));
  };
  return {
    ...{ ...brush, ...several, ...copying, ...mentionActs(bench), ...adjustingActs(bench) },
    mark: (kind, focus) => {
      if (rekindBrush(brush, bench, kind)) return;
      const { selection, chosen } = state();
      if (!selection && chosen.size === 0 && focused()?.annotation.kind === kind) return;
      apply({ kind, label: null }, focus);
    },
    label: (digit) => {
      if (relabelBrush(brush, bench, digit)) return;
      const { chosen } = state();
      const kind = chosen.size > 0 ? kindOfChosen(bench) : focused()?.annotation.kind;
      const labelling = kind ? labelWithDigit(scheme, kind, digit) : null;
      if (!labelling) return;
      if (chosen.size > 0) several.relabelChosen(labelling);
      else relabel(focused()?.annotation.id ?? "", labelling);
    },
    paint: () => {
      const { brush, selection } = state();
      if (brush && selection) markWords(bench, brush, false);
    },
    repeat: () => {
      const { last } = state();
      if (last) apply(last);
    },
    relabel,
    ...movingActs(bench),
    explain: (id) => explain(bench, id),
    toggleFocus: () => toggleFocus(bench),
    remove: (id) => remove(bench, id),
    removeFocused: () => {
      const { selected, chosen } = state();
      if (chosen.size > 0) several.removeChosen();
      else if (selected !== null) remove(bench, selected);
    },
    copyFocused: () => copying.copyQuote(state().selected ?? ""),
    linkFocused: () => copying.copyLink(state().selected ?? ""),
    ...writingActs(bench),
  };
}

/** What is focused, pointed at and let go. */
function movingActs(bench: Bench): Pick<Acts, "open" | "select" | "point" | "step" | "clear"> {
  const { session, geometry, dispatch, state } = bench;
  return {
    open: (id) => {
      dispatch({ type: "select", id });
      const range = session.index.get(id)?.range;
      if (range) geometry.current?.reveal(range);
    },
    select: (id) => dispatch({ type: "select", id }),
    point: (id) => dispatch({ type: "hover", ids: id === null ? [] : [id] }),
    step: (by) => walk(bench, by),
    clear: () => {
      if (backToText(bench)) return;
      if (state().selection && !state().offer) geometry.current?.clearSelection();
      dispatch({ type: "clear" });
    },
  };
}

/** Leads from a card, where only its annotation is left to let go, back to the words. Returns whether it did. */
function backToText({ session, geometry, state }: Bench): boolean {
  const { selected, offer, selection, brush, chosen } = state();
  const isOnCard = document.activeElement?.matches("[data-card]:focus-visible") ?? false;
  const range = session.index.get(selected ?? "")?.range;
  if (!isOnCard || !range || offer || selection || brush || chosen.size > 0) return false;
  geometry.current?.reveal(range);
  return true;
}

/** What is written at a note, and what takes back what was done. */
function writingActs(bench: Bench) {
  const { session, dispatch, state, offerUndo } = bench;
  const act = (deed: () => void): void => {
    deed();
    offerUndo(null);
  };
  const focusField = (fieldOf: (id: string) => string) => (): void => {
    // notes are not there while the codebook is in their place
    flushSync(() => dispatch({ type: "codebook", open: false }));
    const id = state().selected ?? "";
    // where there is no field, or none yet, the card is the next best
    (document.getElementById(fieldOf(id)) ?? document.getElementById(cardHeadId(id)))?.focus();
  };
  return {
    writeNote: focusField(noteFieldId),
    writeReply: focusField(replyFieldId),
    setNote: (id, note) => act(() => session.setNote(id, note)),
    setAttribute: (id, attribute, value) => act(() => session.setAttribute(id, attribute, value)),
    undo: () => act(() => session.undo()),
    redo: () => act(() => session.redo()),
    showWriting: (id) => session.showWriting(id),
  } satisfies Partial<Acts>;
}

function markWords(bench: Bench, labelling: Labelling, focus: boolean): void {
  const { session, scheme, words, geometry, dispatch, state, announce } = bench;
  const { selection } = state();
  if (!selection) return;
  const marked = session.mark(selection.range, labelling);
  if ("refusal" in marked) {
    bench.tell(words(`cannot-mark-${marked.refusal}`));
    return;
  }
  const author = session.me.id;
  dispatch({ type: "marked", offer: { id: marked.ref, at: selection, focus }, labelling, author });
  geometry.current?.clearSelection();
  bench.offerUndo(null);
  announce(words("added", { label: nameOf(scheme, labelling.kind, labelling.label) }));
}

function explain({ dispatch }: Bench, id: string): void {
  dispatch({ type: "select", id });
  dispatch({ type: "codebook", open: true });
}

function remove(bench: Bench, id: string): void {
  const { session, scheme, words, dispatch } = bench;
  const placed = session.index.get(id);
  if (!placed) return;
  const neighbour = document.activeElement?.id === cardHeadId(id) ? beside(bench, id, 1) : null;
  session.remove(id);
  dispatch({ type: "select", id: neighbour });
  if (neighbour !== null) document.getElementById(cardHeadId(neighbour))?.focus();
  const what = words("deleted", { kind: kindOf(scheme, placed.annotation.kind).name });
  bench.announce(what);
  bench.offerUndo(what);
}

function walk(bench: Bench, by: 1 | -1): void {
  const { session, scheme, words, geometry, dispatch, state, shown, announce } = bench;
  if (state().view.focus && shown().length === 0) {
    bench.tell(hiddenWords(bench));
    return;
  }
  const id = beside(bench, state().selected, by);
  const placed = id === null ? null : session.index.get(id);
  if (!placed?.range) return;
  const { annotation, range } = placed;
  dispatch({ type: "select", id });
  geometry.current?.reveal(range);
  const at = shown().findIndex((each) => each.annotation.id === id) + 1;
  const label = nameOf(scheme, annotation.kind, annotation.label);
  const { quote } = annotation.anchor;
  announce(words("note-at", { at: String(at), count: String(shown().length), label, quote }));
}

/** That marks are hidden, and the key that shows them. */
function hiddenWords({ words, keys }: Bench): string {
  const key = keys().focus;
  return key === null ? words("marks-hidden") : words("marks-hidden-key", { key: shownKey(key) });
}

function toggleFocus(bench: Bench): void {
  const { words, geometry, dispatch, state, announce } = bench;
  const view = focusToggled(state().view);
  // a card that goes away would take the focus with it
  if (view.focus && document.activeElement?.closest("[data-card]")) geometry.current?.focus();
  dispatch({ type: "view", view });
  announce(view.focus ? hiddenWords(bench) : words("marks-shown"));
}

/** The id of the next (1) or previous (-1) shown annotation that has its words, round and round; null without any. */
function beside({ shown }: Bench, id: string | null, by: 1 | -1): string | null {
  const all = shown().filter(({ range }) => range !== null);
  const at = all.findIndex(({ annotation }) => annotation.id === id);
  const next = at < 0 ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  const found = all[next]?.annotation.id;
  return found === undefined || found === id ? null : found;
}
