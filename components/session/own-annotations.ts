// What a hand does to this person's own annotations. Each method is one step of undo; a move
// may go on with the one right before it, so that holding a key is one step, too.

import type * as Y from "yjs";
import { type Anchor, createAnchor } from "#domain/anchor/anchor.ts";
import { type Labelling, QUOTE_LENGTH } from "#domain/annotation/annotation.ts";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import { readRef, refTo } from "#domain/annotation/annotation-ref.ts";
import {
  addAnnotation,
  moveAnnotation,
  relabel,
  removeAnnotation,
  setAttribute,
  setNote,
} from "#domain/annotation/layer.ts";
import { byHand } from "#domain/annotation/layer-roots.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import type { Marked, MarkRefusal } from "./article-session.ts";

type Own = {
  readonly layer: Y.Doc;
  readonly index: AnnotationIndex;
  /** The user id of the layer's owner. */
  readonly me: string;
  readonly mayMark: boolean;
  /** What follows is another step of undo. */
  readonly beginStep: () => void;
};

export class OwnAnnotations {
  readonly #own: Own;
  /** What was moved last, as long as nothing else was done. */
  #moved: string | null = null;

  constructor(own: Own) {
    this.#own = own;
  }

  mark(range: TextRange, labelling: Labelling): Marked {
    const anchor = this.#anchorOf(range);
    if ("refusal" in anchor) return anchor;
    this.#begin();
    return { ref: this.#add(anchor, labelling) };
  }

  /** Passes over what cannot be marked. */
  markAll(ranges: readonly TextRange[], labelling: Labelling): readonly string[] {
    const anchors = ranges.flatMap((range) => {
      const anchor = this.#anchorOf(range);
      return "refusal" in anchor ? [] : [anchor];
    });
    return this.#together(() => anchors.map((anchor) => this.#add(anchor, labelling)));
  }

  relabel(ref: string, labelling: Labelling): void {
    this.#changeOwn(ref, (id) => relabel(this.#own.layer, id, labelling));
  }

  relabelAll(refs: readonly string[], labelling: Labelling): void {
    this.#together(() => {
      for (const ref of refs) this.relabel(ref, labelling);
    });
  }

  setNote(ref: string, note: string): void {
    this.#changeOwn(ref, (id) => setNote(this.#own.layer, id, note));
  }

  setAttribute(ref: string, attribute: string, value: string): void {
    this.#changeOwn(ref, (id) => setAttribute(this.#own.layer, id, attribute, value));
  }

  move(ref: string, range: TextRange, goesOn = false): MarkRefusal | null {
    const anchor = this.#anchorOf(range);
    if ("refusal" in anchor) return anchor.refusal;
    if (!goesOn || this.#moved !== ref) this.#begin();
    this.#changeOwn(ref, (id) => moveAnnotation(this.#own.layer, id, anchor));
    this.#moved = ref;
    return null;
  }

  remove(ref: string): void {
    this.removeAll([ref]);
  }

  removeAll(refs: readonly string[]): void {
    this.#together(() => {
      for (const ref of refs) this.#changeOwn(ref, (id) => removeAnnotation(this.#own.layer, id));
    });
  }

  #add(anchor: Anchor, { kind, label }: Labelling): string {
    const id = newAnnotationId();
    addAnnotation(this.#own.layer, { id, anchor, kind, label, createdAt: Date.now() });
    return refTo(this.#own.me, id);
  }

  #anchorOf(range: TextRange): Anchor | { readonly refusal: MarkRefusal } {
    if (!this.#own.mayMark) return { refusal: "read-only" };
    const anchor = createAnchor(this.#own.index.text, range);
    if (anchor === null) return { refusal: "no-words" };
    return anchor.quote.length > QUOTE_LENGTH ? { refusal: "too-long" } : anchor;
  }

  #begin(): void {
    this.#moved = null;
    this.#own.beginStep();
  }

  /** One step of undo, told to the others as one. */
  #together<Result>(change: () => Result): Result {
    this.#begin();
    return byHand(this.#own.layer, change);
  }

  /** Changes an annotation of mine; a reference to anybody else's does nothing. */
  #changeOwn(ref: string, change: (id: string) => void): void {
    const read = readRef(ref);
    this.#moved = null;
    if (read?.owner === this.#own.me) change(read.id);
  }
}
