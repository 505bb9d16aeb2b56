// Marks every selection at once while the brush is in hand, as soon as the selection is done.

import { useEffect } from "react";
import type { Desk } from "../use-desk.ts";

/** How long a selection by touch must stay as it is to be done, in milliseconds: handles tell nothing when they are let go. */
const TOUCH_PAUSE = 900;

/** A selection by mouse is reported once it is done; one by keyboard is done when Shift is let go. */
export function useBrush({ state, acts }: Desk): void {
  const { brush, selection } = state;
  useEffect(() => {
    if (brush === null || selection === null) return;
    const paint = (): void => acts.paint();
    if (selection.by === "mouse") return paint();
    if (selection.by === "touch") {
      const timer = setTimeout(paint, TOUCH_PAUSE);
      return () => clearTimeout(timer);
    }
    const onKeyUp = ({ shiftKey }: KeyboardEvent): void => {
      if (!shiftKey) paint();
    };
    window.addEventListener("keyup", onKeyUp);
    return () => window.removeEventListener("keyup", onKeyUp);
  }, [brush, selection, acts]);
}
