// On a phone: keeps the words of the selected annotation out from under the sheet.

import { useEffect } from "react";
import type { Desk } from "../use-desk.ts";

/** How far down the window a passage may begin before the sheet would hide it, as a share of its height. */
const UNCOVERED = 0.4;

export function useUncovered(desk: Desk, narrow: boolean): void {
  const { session, geometry, article } = desk;
  const { selected } = desk.state;
  useEffect(() => {
    const range = selected !== null && narrow ? session.index.get(selected)?.range : null;
    if (!range) return;
    const top = geometry.current?.topOf(range);
    // the tools for editing stand above it, in what is around both
    const shown = article.current?.querySelector(".article");
    const origin = shown?.getBoundingClientRect().top;
    if (top == null || origin === undefined) return;
    if (origin + top > window.innerHeight * UNCOVERED) geometry.current?.reveal(range);
  }, [selected, narrow, session, geometry, article]);
}
