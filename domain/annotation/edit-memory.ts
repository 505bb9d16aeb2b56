// What edits on this device did, so that taking them back brings annotations back to where they were.

import type { TextEdit } from "../article/text-change.ts";
import { type Replaced, type Spots, spotsOf } from "./carried.ts";

/** How many edits are remembered: as many keys as one takes back in a row. */
const REMEMBERED = 500;

/** How many letters of changed blocks are remembered: keys in very long paragraphs are forgotten sooner. */
const LETTERS = 4_000_000;

type Remembered = {
  readonly before: string;
  readonly after: string;
  /** Where the annotations under the changed blocks were before. */
  readonly spots: ReadonlyMap<string, Spots>;
};

export class EditMemory {
  readonly #edits: Remembered[] = [];
  #letters = 0;

  remember({ before, after, ...rest }: Replaced, sought: TextEdit["sought"]): void {
    const spots = new Map<string, Spots>();
    for (const { id, was } of sought) {
      const found = was && spotsOf(was, { before, after, ...rest });
      if (found) spots.set(id, found);
    }
    const edit = { before: before.letters.text, after: after.letters.text, spots };
    this.#edits.push(edit);
    this.#letters += lengthOf(edit);
    while (this.#edits.length > REMEMBERED || this.#letters > LETTERS) {
      const oldest = this.#edits.shift();
      this.#letters -= oldest ? lengthOf(oldest) : this.#letters;
    }
  }

  /**
   * Where annotations were before the edits that this one takes back: one or several in a row (a step
   * of undo holds many keys). Empty when it takes none back.
   */
  takenBack({ before, after }: Replaced): ReadonlyMap<string, Spots> {
    const spots = new Map<string, Spots>();
    let letters = before.letters.text;
    for (const edit of this.#edits.toReversed()) {
      if (edit.after !== letters) continue;
      letters = edit.before;
      for (const [id, spot] of edit.spots) spots.set(id, spot);
      if (letters === after.letters.text) return spots;
    }
    return NOTHING;
  }
}

const lengthOf = ({ before, after }: Remembered): number => before.length + after.length;

const NOTHING: ReadonlyMap<string, Spots> = new Map();
