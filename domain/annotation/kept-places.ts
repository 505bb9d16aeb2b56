// Keeps annotations on their passages while this device edits the text: tells of each one that needs a
// new anchor, because its letters were made anew or all deleted, and where it is now.

import { type Anchor, createAnchor, letGo } from "../anchor/anchor.ts";
import { sameRange, type TextRange, textBetween } from "../article/article-text.ts";
import { sameLetters } from "../article/letters.ts";
import type { TextChange, TextEdit } from "../article/text-change.ts";
import { anchorNow } from "./annotation.ts";
import type { AnnotationIndex } from "./annotation-index.ts";
import {
  atSpots,
  broughtBack,
  type Cut,
  carried,
  cutOut,
  type Replaced,
  replacedBy,
} from "./carried.ts";
import { EditMemory } from "./edit-memory.ts";

export class KeptPlaces {
  readonly #index: AnnotationIndex;
  readonly #onMoved: (id: string, anchor: Anchor) => void;
  readonly #stop: () => void;
  readonly #memory = new EditMemory();
  /** What was deleted here with an annotation on it, by the annotation's id: it may be pasted elsewhere. */
  readonly #cuts = new Map<string, Cut>();
  #at: number | null = null;

  /** `onMoved` is called while an edit is made, before the index tells of it; it may put the annotation there. */
  constructor(index: AnnotationIndex, onMoved: (id: string, anchor: Anchor) => void) {
    this.#index = index;
    this.#onMoved = onMoved;
    this.#stop = index.onEdit(this.#onEdit);
  }

  /** Says where in the flat text the next edit on this device begins: beside equal letters the text alone can't tell. */
  expectEdit(at: number): void {
    this.#at = at;
  }

  destroy(): void {
    this.#stop();
  }

  readonly #onEdit = ({ change, local, sought }: TextEdit): void => {
    if (!local) return;
    const replaced = replacedBy(change, this.#at);
    const back = this.#memory.takenBack(replaced);
    this.#at = null;
    this.#memory.remember(replaced, sought);
    const places = new Map(
      sought.map((each) => [each.id, this.#placeAfter(each, change, replaced)]),
    );
    for (const [id, spots] of back) {
      // what had its last letters here deleted lies elsewhere now, and was not sought
      const place = places.get(id) ?? this.#index.get(id)?.range ?? null;
      places.set(id, atSpots(spots, place, replaced));
    }
    for (const [id, place] of places) {
      if (place) this.#move(id, place);
      else if (replaced.sure && this.#cuts.has(id)) this.#letGo(id);
    }
  };

  #move(id: string, place: TextRange): void {
    const anchor = this.#isThere(id, place) ? null : createAnchor(this.#index.text, place);
    if (anchor) this.#onMoved(id, anchor);
  }

  /** The binding may have kept letters that only equal the deleted ones. */
  #letGo(id: string): void {
    const placed = this.#index.get(id);
    if (placed?.range) this.#onMoved(id, letGo(anchorNow(placed.annotation)));
  }

  #isThere(id: string, range: TextRange): boolean {
    return this.#index.isHeld(id) && sameRange(this.#index.get(id)?.range ?? null, range);
  }

  /** Where a passage is after an edit; null when that is for its words to tell. */
  #placeAfter(
    { id, was }: TextEdit["sought"][number],
    change: TextChange,
    replaced: Replaced,
  ): TextRange | null {
    const found = this.#index.get(id)?.range ?? null;
    const cut = this.#cuts.get(id);
    const back = cut ? broughtBack(cut, replaced) : null;
    if (back === null && was !== null) return this.#carry(id, was, change, replaced);
    if (back ?? found) this.#cuts.delete(id);
    return back ?? found;
  }

  #carry(id: string, was: TextRange, change: TextChange, replaced: Replaced): TextRange | null {
    const place = carried(was, change, replaced);
    const lost = place === null ? cutOut(was, replaced) : null;
    if (lost) this.#cuts.set(id, lost);
    const found = replaced.sure ? null : this.#index.get(id)?.range;
    const isFound = found && place && overlap(found, place);
    return isFound && this.#reads(found, textBetween(change.before, was)) ? found : place;
  }

  #reads(range: TextRange, words: string): boolean {
    return sameLetters(textBetween(this.#index.text, range), words);
  }
}

const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;
