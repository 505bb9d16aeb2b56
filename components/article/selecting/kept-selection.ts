// The selection (or the caret, which is one without letters) while the text under it is replaced.

import type { TextOnScreen } from "../text-on-screen.ts";

/** Both ends as offsets in the flat text; `focus` is the end that moves. */
type KeptSelection = { readonly anchor: number; readonly focus: number };

/** What is selected inside the article; null when the selection isn't wholly in it. */
export function keepSelection(screen: TextOnScreen): KeptSelection | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!anchorNode || !focusNode || anchorOffset === undefined || focusOffset === undefined) {
    return null;
  }
  if (!screen.root.contains(anchorNode) || !screen.root.contains(focusNode)) return null;
  const anchor = screen.offsetOf(anchorNode, anchorOffset);
  const focus = screen.offsetOf(focusNode, focusOffset);
  return anchor === null || focus === null ? null : { anchor, focus };
}

/** Selects the same again, in what is on screen now. */
export function bringBack(screen: TextOnScreen, { anchor, focus }: KeptSelection): void {
  const from = screen.pointAt(anchor);
  const to = screen.pointAt(focus);
  if (from && to) document.getSelection()?.setBaseAndExtent(...from, ...to);
}
