// What STORED says: how many of an editor's updates are on disk, and never past one that was lost.

import { STEP_2 } from "./sync-message.ts";

/** Numbers that were dropped or refused; those between may be among them. */
type Lost = { readonly first: number; readonly last: number };

export class StoredCount {
  #counted = 0;
  #stored = 0;
  #lost: Lost | null = null;

  /** Counts a step 2 or an update, and returns its number: 0 for what the first step 2 will hold anyway. */
  count(step: number): number {
    if (step === STEP_2 || this.#counted > 0) this.#counted++;
    return this.#counted;
  }

  /** An update was dropped or refused: only a later step 2 can bring it. */
  lose(number: number): void {
    const last = Math.max(1, number);
    this.#lost = { first: this.#lost?.first ?? last, last };
  }

  /** An update is on disk; a step 2 with everything that its sender wrote before. */
  store(step: number, number: number): void {
    this.#stored = Math.max(this.#stored, number);
    if (step !== STEP_2 || this.#lost === null) return;
    const { last } = this.#lost;
    this.#lost = last <= number ? null : { first: number + 1, last };
  }

  /** How many are on disk without a gap. */
  get stored(): number {
    return this.#lost === null ? this.#stored : Math.min(this.#stored, this.#lost.first - 1);
  }

  /** Whether something was lost that no step 2 has brought yet. */
  get lacks(): boolean {
    return this.#lost !== null;
  }
}
