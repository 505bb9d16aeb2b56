// Paints annotations, and what others have selected, onto the article with the browser's
// highlights: on the server's HTML and on the editor's elements alike.

import type { Annotation } from "#domain/annotation/annotation.ts";
import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import type { IndexChange } from "#domain/annotation/index-change.ts";
import { type ArticleText, blockAt, type TextRange } from "#domain/article/article-text.ts";
import { type BlockWindow, type Reach, ReadingWindow } from "../reading-window.ts";
import type { TextOnScreen } from "../text-on-screen.ts";
import { clearHighlights, FOUND, HOVERED, personHighlight, SELECTED } from "./highlight-names.ts";
import type { Look } from "./look.ts";
import { LookRules } from "./look-rules.ts";
import { PaintedBlock } from "./painted-block.ts";
import { type Brush, paint, veil } from "./painted-range.ts";

/** What somebody else has selected. */
export type ForeignSelection = { readonly colour: number; readonly range: TextRange };

/** What is painted beside the annotations themselves. */
export type Emphasis = {
  readonly hovered: string | null;
  readonly selected: string | null;
  /** Where the selected annotation would go while a hand moves it; null when it stays. */
  readonly moving: TextRange | null;
  /** What somebody has searched for. */
  readonly found: readonly TextRange[];
  readonly others: readonly ForeignSelection[];
};

const NO_EMPHASIS: Emphasis = {
  ...{ hovered: null, selected: null, moving: null },
  ...{ found: [], others: [] },
};
const NOTHING: BlockWindow = { from: 0, until: 0 };

export class Painter {
  readonly #index: AnnotationIndex;
  readonly #stopListening: () => void;
  readonly #view = new ReadingWindow();
  readonly #painted = new Map<number, PaintedBlock>();
  readonly #stale = new Set<number>();
  /** Whether the elements of the article may be others than before. */
  #isUnsure = true;
  #screen: TextOnScreen | null = null;
  #window = NOTHING;
  #emphasis = NO_EMPHASIS;
  #eraseEmphasis: () => void = () => {};
  #shows: (annotation: Annotation) => boolean = () => true;
  #hidden: ReadonlySet<string> = new Set();
  #settled: ReadonlySet<string> = new Set();
  #look: Look | null = null;
  readonly #rules = new LookRules();
  #frame: number | null = null;

  constructor(index: AnnotationIndex) {
    this.#index = index;
    this.#stopListening = index.subscribe(this.#onChange);
  }

  /** Paints here from now on, at once, this far around the window; what was painted before is taken away. */
  attach(screen: TextOnScreen, reach: Reach): void {
    this.#view.reach(reach);
    clearHighlights();
    this.#painted.clear();
    this.#screen = screen;
    this.#isUnsure = true;
    this.#flush();
  }

  /** Paints only annotations that pass. */
  filter(shows: (annotation: Annotation) => boolean): void {
    if (shows === this.#shows) return;
    this.#shows = shows;
    this.#stalePainted();
  }

  /** Leaves these annotations out, except for the one that is selected or pointed at. */
  hide(hidden: ReadonlySet<string>): void {
    if (hidden === this.#hidden) return;
    this.#hidden = hidden;
    this.#stalePainted();
  }

  /** Paints these annotations quietly, where the look does. */
  settle(settled: ReadonlySet<string>): void {
    if (settled === this.#settled) return;
    this.#settled = settled;
    this.#stalePainted();
  }

  /** Colours by this look from now on; annotations are painted once there is one. */
  colour(look: Look): void {
    if (look === this.#look) return;
    this.#look = look;
    this.#stalePainted();
  }

  emphasize(emphasis: Emphasis): void {
    this.#emphasis = emphasis;
    this.#schedule();
  }

  /** To be called when the page was scrolled or laid out anew. */
  follow(): void {
    if (this.#screen && this.#view.hasMoved(this.#screen.root)) this.#schedule();
  }

  /** To be called when the elements of the article may have changed while its text did not. */
  verify(): void {
    this.#isUnsure = true;
    this.#schedule();
  }

  destroy(): void {
    this.#stopListening();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#screen = null;
    this.#rules.release();
    clearHighlights();
  }

  #onChange = ({ blocks, structural }: IndexChange): void => {
    if (structural) this.#stalePainted();
    this.#isUnsure ||= structural;
    for (const block of blocks) this.#stale.add(block);
    this.#schedule();
  };

  #stalePainted(): void {
    for (const block of this.#painted.keys()) this.#stale.add(block);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#screen) this.#frame ??= requestAnimationFrame(() => this.#flush());
  }

  #flush(): void {
    this.#frame = null;
    const screen = this.#screen;
    if (screen === null) return;
    this.#reread(screen);
    if (this.#look) this.#rules.adopt(this.#look);
    this.#window = this.#view.measure(screen.root, screen.elements);
    this.#leaveWindow();
    for (let block = this.#window.from; block < this.#window.until; block++) {
      this.#refresh(block, screen.elements[block]);
    }
    this.#stale.clear();
    this.#paintEmphasis(screen);
  }

  /** Looks the elements up again if some may have come, gone or been made anew: there may be thousands. */
  #reread(screen: TextOnScreen): void {
    const near = [...this.#painted.keys(), ...this.#stale];
    const isWhole = screen.elements.length === this.#index.text.blocks.length;
    if (this.#isUnsure || !isWhole || near.some((block) => !screen.elements[block]?.isConnected)) {
      screen.reread();
    }
    this.#isUnsure = false;
  }

  #leaveWindow(): void {
    for (const [block, painted] of this.#painted) {
      if (block >= this.#window.from && block < this.#window.until) continue;
      painted.erase();
      this.#painted.delete(block);
    }
  }

  #refresh(index: number, element: HTMLElement | undefined): void {
    const block = this.#index.text.blocks[index];
    const painted = this.#painted.get(index);
    if (painted?.isTrue(element, block) && !this.#stale.has(index)) return;
    painted?.erase();
    if (element && block) {
      this.#painted.set(index, new PaintedBlock(element, block, this.#brushes(index)));
    } else this.#painted.delete(index);
  }

  #brushes(block: number): Brush[] {
    const pieces = this.#index.inBlock(block).flatMap(({ id, start, end }) => {
      const annotation = this.#index.get(id)?.annotation;
      const isSeen = annotation && this.#shows(annotation) && !this.#hidden.has(id);
      return isSeen ? [{ annotation, settled: this.#settled.has(id), start, end }] : [];
    });
    return this.#look?.brushes(pieces) ?? [];
  }

  #passes(id: string): boolean {
    const placed = this.#index.get(id);
    return placed !== null && this.#shows(placed.annotation);
  }

  #paintEmphasis(screen: TextOnScreen): void {
    this.#eraseEmphasis();
    const { hovered, selected, moving, found, others } = this.#emphasis;
    const pointedAt = this.#rangeOf(hovered);
    const passages = [
      { name: HOVERED, range: pointedAt },
      { name: SELECTED, range: moving ?? this.#rangeOf(selected) },
      ...others.map(({ colour, range }) => ({ name: personHighlight(colour), range })),
      ...found.map((range) => ({ name: FOUND, range })),
    ];
    const erasers = passages.flatMap(({ name, range }) => this.#paintAcross(screen, name, range));
    if (pointedAt) erasers.push(veil(screen.elements.slice(this.#window.from, this.#window.until)));
    this.#eraseEmphasis = () => {
      for (const erase of erasers) erase();
    };
  }

  #rangeOf(id: string | null): TextRange | null {
    return id !== null && this.#passes(id) ? (this.#index.get(id)?.range ?? null) : null;
  }

  /** Paints a passage over all blocks of it that are near the screen. */
  #paintAcross(screen: TextOnScreen, name: string, range: TextRange | null): (() => void)[] {
    if (range === null) return [];
    return blocksWithin(this.#index.text, range, this.#window).flatMap((index) => {
      const block = screen.shownBlock(index);
      if (block === null) return [];
      const start = Math.max(0, range.start - block.start);
      const end = Math.min(block.shown.text.length, range.end - block.start);
      return [paint(block.shown, [{ name, start, end }])];
    });
  }
}

/** The indexes of the blocks that a passage touches, inside the window. */
function blocksWithin(text: ArticleText, range: TextRange, window: BlockWindow): number[] {
  const from = Math.max(blockAt(text, range.start), window.from);
  const until = Math.min(blockAt(text, range.end - 1) + 1, window.until);
  return Array.from({ length: Math.max(0, until - from) }, (_, count) => from + count);
}
