// Where the menu of a selection stands: next to where the selection ends, never over it.

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { TextSelection } from "../../article/article-view-props.ts";

/** The space between the selection and the menu, and between the menu and the window, in CSS pixels. */
const SPACE = 8;

/** The height of the bar at the top of the window, in CSS pixels. */
const BAR = 48;

type Place = { readonly left: number; readonly top: number };

/** From where to where a selection reaches, in CSS pixels of the page. */
type Reach = { readonly at: TextSelection; readonly top: number; readonly bottom: number };

/** The place in CSS pixels of the page; null until the menu was measured. `size` changes whenever its size does. */
export function usePlacement(
  at: TextSelection,
  menu: RefObject<HTMLElement | null>,
  size: unknown,
): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  const reach = useRef<Reach>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `size` is not read, it says when to measure again
  useLayoutEffect(() => {
    // once the words are marked the selection is gone, and the menu stays where it was
    if (reach.current?.at !== at) reach.current = reachOf(at);
    if (menu.current) setPlace(placeFor(reach.current, menu.current));
  }, [at, menu, size]);
  return place;
}

function reachOf(at: TextSelection): Reach {
  const selection = document.getSelection();
  const whole = selection?.rangeCount ? selection.getRangeAt(0).getBoundingClientRect() : at.box;
  return { at, top: whole.top + window.scrollY, bottom: whole.bottom + window.scrollY };
}

/** Below a selection, above one that was made backwards, and the other way round where there is no room. */
function placeFor({ at, top, bottom }: Reach, { offsetWidth, offsetHeight }: HTMLElement): Place {
  const { scrollX, scrollY, innerHeight } = window;
  const below = bottom + SPACE;
  const above = top - SPACE - offsetHeight;
  const fitsBelow = below + offsetHeight <= scrollY + innerHeight;
  const fitsAbove = above >= scrollY + BAR;
  const isBackward = at.box.bottom + scrollY < bottom - SPACE;
  const goesAbove = fitsAbove && (isBackward || !fitsBelow);
  const room = document.documentElement.clientWidth - offsetWidth - SPACE;
  const middle = (at.box.left + at.box.right - offsetWidth) / 2;
  return {
    left: scrollX + Math.max(SPACE, Math.min(middle, room)),
    top: goesAbove ? above : below,
  };
}
