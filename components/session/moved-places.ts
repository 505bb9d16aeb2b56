// Annotations whose text was made anew: where the server says that they went, and, before it can, where
// they went under the hands of this person, which is told to the server once the edits are stored.

import * as Y from "yjs";
import { type Anchor, isLetGo } from "#domain/anchor/anchor.ts";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import { KeptPlaces } from "#domain/annotation/kept-places.ts";
import {
  anchorKey,
  asMoved,
  MOVES,
  type MovedAnchor,
  readAllMoved,
  readMoved,
  watchMoved,
} from "#domain/annotation/moved-anchors.ts";

/** How long the hands must rest before the server is told, in milliseconds: one request for many keys. */
const PAUSE = 800;

/** How long to wait after the server could not be told, in milliseconds. */
const PATIENCE = 5000;

/** A move as it is told: reference, and the positions before and now; null when its letters were deleted. */
export type Move = { readonly ref: string; readonly of: string; readonly to: string | null };

/**
 * Tells the server; resolves with the references that it took, or null when it could not be reached.
 * An empty list: it wants none of them.
 */
export type TellMoves = (moves: readonly Move[]) => Promise<readonly string[] | null>;

type Parts = {
  readonly index: AnnotationIndex;
  /** Whether all edits of the text are on the server's disk. */
  readonly isStored: () => boolean;
  readonly tell: TellMoves;
};

export class MovedPlaces {
  readonly #parts: Parts;
  readonly #places: KeptPlaces;
  #state = new Y.Doc();
  #stop = (): void => {};
  /** Where annotations went here, until the server says it, too. */
  readonly #mine = new Map<string, MovedAnchor>();
  /** Those that the server has not taken yet. */
  readonly #untold = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isTelling = false;
  #isOver = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#places = new KeptPlaces(parts.index, this.#onMoved);
  }

  /** An annotation of this reference as it lies now. */
  place(ref: string, annotation: Annotation): Annotation {
    return asMoved(annotation, this.#mine.get(ref) ?? readMoved(this.#state, ref));
  }

  /** Believes this state from now on; there is nothing in it yet. */
  followState(state: Y.Doc): void {
    this.#stop();
    const before = [...readAllMoved(this.#state).keys()];
    this.#state = state;
    this.#stop = watchMoved(state, this.#onState);
    this.#onState(before);
  }

  /** As `KeptPlaces.expectEdit`. */
  expectEdit(at: number): void {
    this.#places.expectEdit(at);
  }

  /** To be called when edits may have been stored. */
  onStored(): void {
    if (this.#untold.size > 0 && this.#parts.isStored()) this.#schedule();
  }

  destroy(): void {
    this.#isOver = true;
    this.#places.destroy();
    this.#stop();
    if (this.#timer) clearTimeout(this.#timer);
  }

  readonly #onMoved = (ref: string, anchor: Anchor): void => {
    const annotation = this.#parts.index.get(ref)?.annotation;
    if (!annotation) return;
    this.#mine.set(ref, { of: anchorKey(annotation.anchor), anchor });
    this.#untold.add(ref);
    this.#put(ref);
    this.#schedule();
  };

  readonly #onState = (refs: readonly string[]): void => {
    for (const ref of refs) if (!this.#untold.has(ref)) this.#mine.delete(ref);
    this.#parts.index.together(() => refs.forEach(this.#put));
  };

  readonly #put = (ref: string): void => {
    const annotation = this.#parts.index.get(ref)?.annotation;
    if (annotation) this.#parts.index.put(this.place(ref, annotation));
  };

  /** After each edit anew. */
  #schedule(delay = PAUSE): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#isOver) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (!this.#isTelling && this.#parts.isStored()) void this.#tell();
    }, delay);
  }

  async #tell(): Promise<void> {
    this.#isTelling = true;
    const told = [...this.#untold].slice(0, MOVES).flatMap((ref) => {
      const mine = this.#mine.get(ref);
      return mine ? [{ ref, of: mine.of, to: toldOf(mine.anchor) }] : [];
    });
    const taken = await this.#parts.tell(told);
    this.#isTelling = false;
    if (taken === null) {
      this.#schedule(PATIENCE);
      return;
    }
    for (const { ref, to } of told) this.#settle(ref, to, taken.includes(ref));
    if (this.#untold.size > 0) this.#schedule();
  }

  /** A move was answered; what was moved again meanwhile is told again. */
  #settle(ref: string, to: string | null, isTaken: boolean): void {
    const mine = this.#mine.get(ref);
    if (!mine || toldOf(mine.anchor) !== to) return;
    this.#untold.delete(ref);
    const said = readMoved(this.#state, ref);
    if (isTaken && (!said || toldOf(said.anchor) !== to)) return; // the state is still on its way
    this.#mine.delete(ref);
    this.#put(ref);
  }
}

const toldOf = (anchor: Anchor): string | null => (isLetGo(anchor) ? null : anchorKey(anchor));
