// Where the focus goes when the thing that had it is removed.

import { type RefObject, useEffect, useRef } from "react";

/**
 * For a list of `count` things, with `tabIndex={-1}`: when one of them went away with the focus, the list
 * takes it, so that keys go on from here and not from the top of the page.
 */
export function useFocusLeft<T extends HTMLElement>(count: number): RefObject<T | null> {
  const list = useRef<T>(null);
  const before = useRef(count);
  useEffect(() => {
    const isFewer = count < before.current;
    before.current = count;
    if (isFewer && document.activeElement === document.body) list.current?.focus();
  }, [count]);
  return list;
}
