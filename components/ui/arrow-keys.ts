// Arrow keys inside a row or grid of buttons.

import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** Handles keys for the element around the buttons: arrows walk through them, Home and End jump. */
export function walkWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  const to = target(event.key, at, buttons.length);
  if (at < 0 || to === null) return;
  event.preventDefault();
  buttons[to]?.focus();
}

function target(key: string, at: number, count: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = STEPS[key];
  return step === undefined ? null : (at + step + count) % count;
}
