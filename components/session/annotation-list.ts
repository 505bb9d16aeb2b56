// The list of all annotations, made anew after changes. It costs what there is, so it comes the later
// the longer it is.

import type { AnnotationIndex, Placed } from "#domain/annotation/annotation-index.ts";
import type { IndexChange } from "#domain/annotation/index-change.ts";
import { Store } from "./store.ts";

/** How long changes are gathered, in milliseconds, and how much longer for each annotation. */
const PAUSE = 16;
const PAUSE_EACH = 0.1;

/** While only the text changes, annotations move along with their words: the list waits for a rest this long, but not for ever. */
const REST = 1000;
const PATIENCE = 10_000;

export class AnnotationList {
  readonly all = new Store<readonly Placed[]>([]);
  readonly #index: AnnotationIndex;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** By when the list must be told, by `performance.now()`. */
  #latest = Number.POSITIVE_INFINITY;

  constructor(index: AnnotationIndex) {
    this.#index = index;
    this.#stop = index.subscribe(this.#onChange);
  }

  destroy(): void {
    this.#stop();
    if (this.#timer) clearTimeout(this.#timer);
  }

  readonly #onChange = ({ annotations }: IndexChange): void => {
    const own = PAUSE_EACH * this.#index.size;
    const now = performance.now();
    this.#latest = Math.min(this.#latest, now + own + (annotations ? PAUSE : PATIENCE));
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, Math.max(0, Math.min(own + REST, this.#latest - now)));
  };

  readonly #tell = (): void => {
    this.#timer = null;
    this.#latest = Number.POSITIVE_INFINITY;
    const [was, now] = [this.all.get(), this.#index.placed()];
    if (was.length !== now.length || now.some((each, at) => each !== was[at])) this.all.set(now);
  };
}
