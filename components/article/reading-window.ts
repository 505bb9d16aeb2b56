// Which text blocks are near enough to the screen to be painted.

/** How many screens above and below are painted. */
const MARGIN = 2;

/** The window is moved when the screen comes this near to its edge, in screens. */
const EDGE = 0.6;

/** Blocks `from` to `until` (exclusive). */
export type BlockWindow = { readonly from: number; readonly until: number };

export class ReadingWindow {
  #root: HTMLElement | null = null;
  #top = 0;
  #height = 0;

  /** Whether the screen has moved so far that the window must follow. */
  hasMoved(root: HTMLElement): boolean {
    const moved = Math.abs(root.getBoundingClientRect().top - this.#top);
    const isSame = root === this.#root && innerHeight === this.#height;
    return !isSame || moved > (MARGIN - EDGE) * innerHeight;
  }

  /** The blocks around the screen as it is now; `blocks` are in the order in which they lie on the page. */
  measure(root: HTMLElement, blocks: readonly HTMLElement[]): BlockWindow {
    this.#root = root;
    this.#top = root.getBoundingClientRect().top;
    this.#height = innerHeight;
    return blocksNear(blocks, MARGIN * innerHeight);
  }
}

/** The blocks up to `reach` CSS pixels above and below the window; `blocks` are in the order in which they lie on the page. */
export function blocksNear(blocks: readonly HTMLElement[], reach: number): BlockWindow {
  const from = firstThat(blocks, (box) => box.bottom >= -reach);
  const until = firstThat(blocks, (box) => box.top > innerHeight + reach);
  return { from, until };
}

/** The index of the first block whose box passes, where all after it pass, too; their number when none does. */
function firstThat(blocks: readonly HTMLElement[], passes: (box: DOMRect) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = blocks[middle]?.getBoundingClientRect();
    if (box && passes(box)) high = middle;
    else low = middle + 1;
  }
  return low;
}
