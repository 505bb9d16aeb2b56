// Which text blocks are near enough to the screen to be painted.

import { firstThat } from "#domain/first-that.ts";

/** How far around the screen is painted, and how near the screen may come to the edge of that, in screens. */
export type Reach = { readonly margin: number; readonly edge: number };

/**
 * As near as scrolling allows: whenever anything on the page changes, a browser draws anew all that is
 * highlighted.
 */
export const READING: Reach = { margin: 1, edge: 0.3 };

/** Nearer still, for the page changes with every key. */
export const WRITING: Reach = { margin: 0.25, edge: 0.1 };

/** Blocks `from` to `until` (exclusive). */
export type BlockWindow = { readonly from: number; readonly until: number };

export class ReadingWindow {
  #root: HTMLElement | null = null;
  #top = 0;
  #height = 0;
  #reach = READING;

  /** Whether the screen has moved so far that the window must follow. */
  hasMoved(root: HTMLElement): boolean {
    const moved = Math.abs(root.getBoundingClientRect().top - this.#top);
    const isSame = root === this.#root && innerHeight === this.#height;
    const { margin, edge } = this.#reach;
    return !isSame || moved > (margin - edge) * innerHeight;
  }

  /** Reaches so far from the next measurement on. */
  reach(reach: Reach): void {
    this.#reach = reach;
  }

  /** The blocks around the screen as it is now; `blocks` are in the order in which they lie on the page. */
  measure(root: HTMLElement, blocks: readonly HTMLElement[]): BlockWindow {
    this.#root = root;
    this.#top = root.getBoundingClientRect().top;
    this.#height = innerHeight;
    return blocksNear(blocks, this.#reach.margin * innerHeight);
  }
}

/** The blocks up to `reach` CSS pixels above and below the window; `blocks` are in the order in which they lie on the page. */
export function blocksNear(blocks: readonly HTMLElement[], reach: number): BlockWindow {
  const from = firstThat(blocks, (block) => block.getBoundingClientRect().bottom >= -reach);
  const until = firstThat(
    blocks,
    (block) => block.getBoundingClientRect().top > innerHeight + reach,
  );
  return { from, until };
}
