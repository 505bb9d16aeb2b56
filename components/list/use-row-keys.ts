// Arrow keys walk through the lines of the list, which are one stop for Tab.

import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from "react";

/** The handler for the element around the lines; `ids` are those that are drawn, in order. */
export function useRowKeys(box: RefObject<HTMLElement | null>, ids: readonly string[]) {
  useFocusKept(box, ids);
  return useCallback((event: KeyboardEvent<HTMLElement>) => {
    const rows = rowsIn(event.currentTarget);
    const at = rows.findIndex((row) => row.matches(":focus"));
    const to = target(event.key, at, rows.length);
    if (at < 0 || to === null) return;
    event.preventDefault();
    rows[Math.max(0, Math.min(to, rows.length - 1))]?.focus();
  }, []);
}

const rowsIn = (box: HTMLElement): HTMLElement[] => [
  ...box.querySelectorAll<HTMLElement>("[data-row]"),
];

function target(key: string, at: number, count: number): number | null {
  if (key === "ArrowDown") return at + 1;
  if (key === "ArrowUp") return at - 1;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

/** When the line that has the focus goes, the one in its place gets it. */
function useFocusKept(box: RefObject<HTMLElement | null>, ids: readonly string[]): void {
  const last = useRef<{ readonly id: string; readonly at: number } | null>(null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const lost = last.current;
    if (lost && !ids.includes(lost.id) && focused === document.body && box.current) {
      const rows = rowsIn(box.current);
      rows[Math.min(lost.at, rows.length - 1)]?.focus();
    }
  }, [box, ids]);
  useLayoutEffect(() => {
    const note = (): void => {
      const id = document.activeElement?.getAttribute("data-row") ?? null;
      last.current = id === null ? null : { id, at: ids.indexOf(id) };
    };
    note();
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [ids]);
}
