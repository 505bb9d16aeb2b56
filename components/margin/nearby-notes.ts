// The notes near the window, and how far down their words begin. Follows the page, the annotations and
// the text, and never looks at what is far away.

import type { Annotation } from "#domain/annotation/annotation.ts";
import type { AnnotationIndex, Placed } from "#domain/annotation/annotation-index.ts";
import type { IndexChange } from "#domain/annotation/index-change.ts";
import { blockAt } from "#domain/article/article-text.ts";
import type { ArticleGeometry } from "../article/article-view-props.ts";
import type { BlockWindow } from "../article/reading-window.ts";
import { type Readable, Store } from "../session/store.ts";
import type { Wish } from "./pile.ts";

/** Up to so many annotations all are near, for screen readers and for finding in the page. */
const FEW = 80;

/** How far above and below the window notes are near, in screens. */
const REACH = 1.5;

/** How far the page is scrolled before other notes are near, in screens. */
const STEP = 0.7;

/** How long changes are gathered, in milliseconds; longer while somebody types, for then little moves. */
const PAUSE = 16;
const TEXT_PAUSE = 250;

/** A note, with its place in the margin by which it is sorted into slots. */
export type Note = Wish & { readonly placed: Placed };

export type Nearby = {
  /** In reading order. */
  readonly notes: readonly Note[];
  /** The height of the article in CSS pixels. */
  readonly room: number;
  /** Whether these are all that there are. */
  readonly isAll: boolean;
  /** Whether notes glide to new places: when annotations came, went or were chosen, not when the page moved. */
  readonly glides: boolean;
};

export const NO_NOTES: Nearby = { notes: [], room: 0, isAll: true, glides: false };

/** What is looked at. */
export type NotesPage = {
  readonly index: AnnotationIndex;
  /** Null while there is no article on the page. */
  readonly geometry: () => ArticleGeometry | null;
  /** How far below the top of the window article and margin begin, and how high the article is, in CSS pixels; null while there is none. */
  readonly box: () => { readonly top: number; readonly height: number } | null;
  /** Changes whenever lines may have moved. */
  readonly layout: Readable<unknown>;
};

type Wanted = {
  readonly shows: (annotation: Annotation) => boolean;
  /** The id of an annotation that is near wherever it stands. */
  readonly selected: string | null;
};

export class NearbyNotes {
  readonly nearby = new Store(NO_NOTES);
  readonly #page: NotesPage;
  readonly #stop = new AbortController();
  #wanted: Wanted = { shows: () => true, selected: null };
  #window: BlockWindow = { from: 0, until: 0 };
  /** How far the page was scrolled when the window was measured. */
  #scrolled = 0;
  #frame: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #glides = false;
  /** When the timer ends, by `performance.now()`. */
  #due = 0;

  constructor(page: NotesPage) {
    this.#page = page;
    const { signal } = this.#stop;
    const options = { capture: true, passive: true, signal };
    document.addEventListener("scroll", this.#onScroll, options);
    window.addEventListener("resize", () => this.#schedule(PAUSE), { signal });
    signal.addEventListener("abort", page.index.subscribe(this.#onChange));
    signal.addEventListener(
      "abort",
      page.layout.subscribe(() => this.#schedule(PAUSE)),
    );
  }

  /** Looks for these from now on, at once. */
  show(wanted: Wanted): void {
    this.#wanted = wanted;
    this.#glides = this.nearby.get() !== NO_NOTES;
    this.#look();
  }

  destroy(): void {
    this.#stop.abort();
    this.#rest();
  }

  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#timer = null;
    this.#frame = null;
  }

  readonly #onScroll = (): void => {
    if (Math.abs(window.scrollY - this.#scrolled) <= STEP * innerHeight) return;
    // in the frame in which the highlights follow: each frame that changes the page draws them anew
    this.#frame ??= requestAnimationFrame(this.#look);
  };

  readonly #onChange = ({ blocks, structural, annotations }: IndexChange): void => {
    const { from, until } = this.#window;
    const isNear = (block: number): boolean => block >= from && block < until;
    const isPlain = !structural && !annotations;
    this.#glides ||= annotations;
    if (structural || this.#isFew || [...blocks].some(isNear)) {
      this.#schedule(isPlain ? TEXT_PAUSE : PAUSE);
    }
  };

  #schedule(pause: number): void {
    const due = performance.now() + pause;
    if (this.#timer && due >= this.#due) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(this.#look, pause);
  }

  get #isFew(): boolean {
    return this.#page.index.size <= FEW;
  }

  readonly #look = (): void => {
    this.#rest();
    const box = this.#page.box();
    const geometry = this.#page.geometry();
    if (!box || !geometry) return;
    this.#scrolled = window.scrollY;
    this.#window = geometry.blocksNear(
      this.#isFew ? Number.POSITIVE_INFINITY : REACH * innerHeight,
    );
    const notes = this.#blocks().flatMap((block) => this.#notesIn(block, geometry, box.top));
    const glides = this.#glides;
    this.#glides = false;
    this.#publish({ notes: withTops(notes), room: box.height, isAll: this.#isFew, glides });
  };

  /** The indexes of the blocks near the window, and of the one that holds the selected annotation. */
  #blocks(): number[] {
    const { from, until } = this.#window;
    const near = Array.from({ length: Math.max(0, until - from) }, (_, count) => from + count);
    const own = this.#blockOfSelected();
    if (own === null || (own >= from && own < until)) return near;
    return own < from ? [own, ...near] : [...near, own];
  }

  #blockOfSelected(): number | null {
    const { index } = this.#page;
    const { selected } = this.#wanted;
    const range = selected === null ? null : index.get(selected)?.range;
    return range ? blockAt(index.text, range.start) : null;
  }

  #notesIn(block: number, geometry: ArticleGeometry, top: number): Measured[] {
    const { from, until } = this.#window;
    const { shows, selected } = this.#wanted;
    const isNear = block >= from && block < until;
    const placed = this.#page.index
      .beginningIn(block, block + 1)
      .filter(({ annotation }) => shows(annotation) && (isNear || annotation.id === selected));
    if (placed.length === 0) return [];
    const tops = geometry.topsIn(
      block,
      placed.map(({ range }) => range?.start ?? 0),
    );
    return placed.map((each, count) => {
      const own = tops[count] ?? null;
      return { placed: each, top: own === null ? null : Math.round(own - top) };
    });
  }

  #publish(next: Nearby): void {
    const now = this.nearby.get();
    const isSame = now.room === next.room && now.isAll === next.isAll && now.glides === next.glides;
    if (!isSame || !sameNotes(now.notes, next.notes)) this.nearby.set(next);
  }
}

type Measured = { readonly placed: Placed; readonly top: number | null };

/** What is not laid out follows the one before. */
function withTops(measured: readonly Measured[]): Note[] {
  let last = 0;
  return measured.map(({ placed, top }) => {
    last = top ?? last;
    return { id: placed.annotation.id, top: last, placed };
  });
}

/** Whether notes look the same: where exactly their words stand in the text can't be seen. */
function sameNotes(a: readonly Note[], b: readonly Note[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ placed, top }, count) =>
        placed.annotation === b[count]?.placed.annotation && top === b[count].top,
    )
  );
}
