// Arrow keys inside a row or grid of buttons.

import type { KeyboardEvent } from "react";
import { isRightToLeft } from "./direction.ts";

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Along the line; they change places where it runs from right to left. */
const ALONG: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Handles keys for the element around the buttons: arrows walk through them, Home and End jump. */
export function walkWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const own = panelOf(event.currentTarget);
  const all = [...event.currentTarget.querySelectorAll("button")];
  const buttons = all.filter((button) => panelOf(button) === own);
  const at = buttons.findIndex((button) => button.contains(document.activeElement));
  const to = target(event.key, at, buttons.length, isRightToLeft(event.currentTarget));
  if (at < 0 || to === null) return;
  event.preventDefault();
  buttons[to]?.focus();
}

/** The panel that an element stands in: its buttons are none of the row that opened it. */
const panelOf = (element: Element): Element | null => element.closest("[popover], dialog");

function target(key: string, at: number, count: number, rightToLeft: boolean): number | null {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const along = (ALONG[key] ?? 0) * (rightToLeft ? -1 : 1);
  const step = STEPS[key] ?? along;
  return step === 0 ? null : (at + step + count) % count;
}
