// Where the focus goes while what is being added comes and goes.

import { useEffect, useRef } from "react";
import type { Arrival } from "./arrival.ts";

/**
 * The focus follows what somebody does: from the ways to give to what came of it, to the rest of it when its
 * button goes with one of `all`, and back to where it was when nothing came. Returns where it goes, and what remembers where it is.
 */
export function useFocusThatStays(isGiving: boolean, all: readonly Arrival[]) {
  const list = useRef<HTMLFormElement>(null);
  const left = useRef<Element | null>(null);
  const was = useRef(isGiving);
  useEffect(() => {
    if (was.current === isGiving) return;
    was.current = isGiving;
    if (!isGiving) list.current?.focus();
    else if (left.current instanceof HTMLElement) left.current.focus();
  }, [isGiving]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with what changes there, buttons go
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (!isGiving && isLost) list.current?.focus({ preventScroll: true });
  }, [all, isGiving]);
  const remember = (): void => {
    if (isGiving) left.current = document.activeElement;
  };
  return { list, remember };
}
