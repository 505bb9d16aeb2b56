// Answers questions about the layout of the article, and scrolls to a passage.

import type { TextRange } from "#domain/article/article-text.ts";
import type { ArticleGeometry } from "./article-view-props.ts";
import type { LineTops } from "./line-tops.ts";
import { blocksNear } from "./reading-window.ts";
import type { TextOnScreen } from "./text-on-screen.ts";

/** The geometry of what is on screen; `screen` tells null while nothing is. */
export function geometryOf(screen: () => TextOnScreen | null, lines: LineTops): ArticleGeometry {
  return {
    blocksNear: (reach) => blocksNear(screen()?.elements ?? [], reach),
    topsIn: (block, offsets) => {
      const shown = screen()?.shownBlock(block);
      if (!shown) return offsets.map(() => null);
      const box = shown.element.getBoundingClientRect();
      return offsets.map((at) => lines.of(shown.element, shown.shown, box, at - shown.start));
    },
    topOf: (range) => {
      const shown = screen();
      const box = shown?.boxOf(range);
      return shown && box ? box.top - shown.root.getBoundingClientRect().top : null;
    },
    boxes: () => boxesOf(screen()),
    focus: () => screen()?.root.focus({ preventScroll: true }),
    reveal: (range) => {
      const shown = screen();
      if (shown) reveal(shown, range);
    },
    clearSelection: () => document.getSelection()?.removeAllRanges(),
  };
}

function boxesOf(shown: TextOnScreen | null): { top: number; bottom: number }[] {
  shown?.reread();
  return (shown?.elements ?? []).map((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top: top + window.scrollY, bottom: bottom + window.scrollY };
  });
}

function reveal(screen: TextOnScreen, range: TextRange): void {
  const box = screen.boxOf(range);
  screen.root.focus({ preventScroll: true });
  // whoever reads on with the arrows begins here
  const point = screen.pointAt(range.start);
  if (point && document.getSelection()?.isCollapsed) document.getSelection()?.collapse(...point);
  if (!box) return;
  const scroller = scrollerOf(screen.root);
  const isPage = scroller === document.scrollingElement;
  const { top, height } = isPage
    ? { top: 0, height: innerHeight - coveredBelow() }
    : scroller.getBoundingClientRect();
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller.scrollBy({
    top: box.top + box.height / 2 - (top + height / 2),
    behavior: isCalm ? "instant" : "smooth",
  });
}

/** How much of the window's lower part lies under something, in CSS pixels. */
function coveredBelow(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd) || 0;
}

/** The element that scrolls the article. */
function scrollerOf(element: HTMLElement): Element {
  for (let each = element.parentElement; each; each = each.parentElement) {
    const isScrollable = /auto|scroll/.test(getComputedStyle(each).overflowY);
    if (isScrollable && each.scrollHeight > each.clientHeight) return each;
  }
  return document.scrollingElement ?? document.documentElement;
}
