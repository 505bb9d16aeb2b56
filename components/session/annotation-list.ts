// The list of all annotations, made anew after changes. It costs what there is, so it comes the later
// the longer it is.

import type { AnnotationIndex, Placed } from "#domain/annotation-index.ts";
import type { IndexChange } from "#domain/index-change.ts";
import { Store } from "./store.ts";

/** How long changes are gathered, in milliseconds, and how much longer for each annotation. */
const PAUSE = 16;
const PAUSE_EACH = 0.1;

/** The same while nothing but the text changes: then annotations move along with their words. */
const TEXT_PAUSE = 1000;

export class AnnotationList {
  readonly all = new Store<readonly Placed[]>([]);
  readonly #index: AnnotationIndex;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the list is due, by `performance.now()`. */
  #due = Number.POSITIVE_INFINITY;

  constructor(index: AnnotationIndex) {
    this.#index = index;
    this.#stop = index.subscribe(this.#onChange);
  }

  destroy(): void {
    this.#stop();
    if (this.#timer) clearTimeout(this.#timer);
  }

  readonly #onChange = ({ annotations }: IndexChange): void => {
    const { size } = this.#index;
    const pause = (annotations ? PAUSE : TEXT_PAUSE) + PAUSE_EACH * size;
    const due = performance.now() + pause;
    if (due >= this.#due) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(this.#tell, pause);
  };

  readonly #tell = (): void => {
    this.#timer = null;
    this.#due = Number.POSITIVE_INFINITY;
    const [was, now] = [this.all.get(), this.#index.placed()];
    if (was.length !== now.length || now.some((each, at) => each !== was[at])) this.all.set(now);
  };
}
