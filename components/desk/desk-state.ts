// What the desk itself remembers: what is selected, pointed at, shown, and labelled last.

import type { Labelling } from "#domain/annotation/annotation.ts";
import type { TextSelection } from "../article/article-view-props.ts";
import { FRESH_VIEW, type View, viewWith } from "./view/view.ts";

/** An annotation just made, whose labels are offered where its words were selected. */
export type Offer = {
  readonly id: string;
  readonly at: TextSelection;
  /** Whether the menu had the focus, which then belongs to the offered labels. */
  readonly focus: boolean;
};

export type DeskState = {
  /** The words selected in the article. */
  readonly selection: TextSelection | null;
  readonly offer: Offer | null;
  /** The id of the selected annotation. */
  readonly selected: string | null;
  /** The annotations under the pointer, the innermost first. */
  readonly hovered: readonly string[];
  readonly view: View;
  /** Whether the codebook stands in the place of the notes. */
  readonly codebook: boolean;
  /** Whether the text is being edited. */
  readonly editing: boolean;
  /** The last labelling given, for repeating it. */
  readonly last: Labelling | null;
  /** What every selection becomes at once; null while the brush is not in hand. */
  readonly brush: Labelling | null;
  /** The annotations chosen for one act on all of them; some may be gone by now. */
  readonly chosen: ReadonlySet<string>;
};

export type DeskAction =
  | { readonly type: "selection"; readonly selection: TextSelection | null }
  | {
      readonly type: "marked";
      readonly offer: Offer;
      readonly labelling: Labelling;
      readonly author: string;
    }
  | {
      readonly type: "mentioned";
      readonly ids: readonly string[];
      readonly labelling: Labelling;
      readonly author: string;
    }
  | { readonly type: "labelled"; readonly labelling: Labelling }
  | { readonly type: "select"; readonly id: string | null }
  | { readonly type: "hover"; readonly ids: readonly string[] }
  | { readonly type: "view"; readonly view: View }
  | { readonly type: "edit"; readonly editing: boolean }
  | { readonly type: "brush"; readonly brush: Labelling | null }
  | { readonly type: "choose"; readonly chosen: ReadonlySet<string> }
  | { readonly type: "codebook"; readonly open: boolean }
  | { readonly type: "clear" };

export const FRESH_DESK: DeskState = {
  selection: null,
  offer: null,
  selected: null,
  hovered: [],
  view: FRESH_VIEW,
  codebook: false,
  editing: false,
  last: null,
  brush: null,
  chosen: new Set(),
};

export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case "selection":
      return {
        ...state,
        selection: action.selection,
        offer: action.selection ? null : state.offer,
      };
    case "marked":
      return {
        ...state,
        selection: null,
        selected: action.offer.id,
        // one that came with its label needs no offer, nor does one of many
        offer: action.labelling.label === null && !state.brush ? action.offer : null,
        last: action.labelling,
        view: viewWith(state.view, {
          ...action.labelling,
          id: action.offer.id,
          author: action.author,
        }),
      };
    case "mentioned":
      return mentioned(state, action);
    case "labelled":
      return { ...state, offer: null, last: action.labelling };
    case "select":
      return { ...state, selected: action.id, offer: null };
    case "hover":
      return sameIds(state.hovered, action.ids) ? state : { ...state, hovered: action.ids };
    case "view":
      return viewed(state, action.view);
    case "edit":
      return { ...state, editing: action.editing, selection: null, offer: null, brush: null };
    case "brush":
      return { ...state, brush: action.brush, offer: null };
    case "choose":
      return { ...state, chosen: action.chosen, offer: null };
    case "codebook":
      return { ...state, codebook: action.open };
    case "clear":
      return cleared(state);
  }
}

/** All mentions are shown; the first one is focused unless another of them was. */
function mentioned(
  state: DeskState,
  { ids, labelling, author }: Extract<DeskAction, { type: "mentioned" }>,
): DeskState {
  const view = ids.reduce((seen, id) => viewWith(seen, { ...labelling, id, author }), state.view);
  const selected = state.selection ? (ids[0] ?? null) : state.selected;
  return { ...state, view, selected, selection: null, offer: null, last: labelling };
}

/** What focus mode hides is let go: no key may change what cannot be seen. */
function viewed(state: DeskState, view: View): DeskState {
  const { selected } = state;
  if (view.focus === null) return { ...state, view };
  const stays = selected !== null && view.focus.has(selected);
  const gone = { chosen: new Set<string>(), hovered: [], offer: null };
  return { ...state, ...gone, view, selected: stays ? selected : null };
}

/** Escape takes away one thing at a time: the offered labels, the selection, the brush, what is chosen, the focus. */
function cleared(state: DeskState): DeskState {
  if (state.offer) return { ...state, offer: null };
  if (state.selection) return { ...state, selection: null };
  if (state.brush) return { ...state, brush: null };
  if (state.chosen.size > 0) return { ...state, chosen: new Set() };
  return { ...state, selected: null };
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
