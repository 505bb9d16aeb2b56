// Which blocks of a text are left out, with every step there and back.

export type Trim = {
  /** Indexes of blocks. */
  readonly out: ReadonlySet<number>;
  readonly before: readonly ReadonlySet<number>[];
  readonly after: readonly ReadonlySet<number>[];
  /** The block that was touched last; null when none was. */
  readonly last: number | null;
};

export const WHOLE: Trim = { out: new Set(), before: [], after: [], last: null };

/** Leaves a block out or takes it back; `through`: and all from the one touched last on do as it does. */
export function toggle(trim: Trim, index: number, through: boolean): Trim {
  const { out, before, last } = trim;
  const [from, to] = through && last !== null ? [last, index].toSorted((a, b) => a - b) : [index];
  const leaves = !out.has(index);
  const next = new Set(out);
  for (let each = from ?? index; each <= (to ?? index); each++) {
    if (leaves) next.add(each);
    else next.delete(each);
  }
  return { out: next, before: [...before, out], after: [], last: index };
}

/** One step back; the same where there is none. */
export function undo(trim: Trim): Trim {
  const out = trim.before.at(-1);
  if (out === undefined) return trim;
  return { ...trim, out, before: trim.before.slice(0, -1), after: [...trim.after, trim.out] };
}

/** Takes a step back back. */
export function redo(trim: Trim): Trim {
  const out = trim.after.at(-1);
  if (out === undefined) return trim;
  return { ...trim, out, before: [...trim.before, trim.out], after: trim.after.slice(0, -1) };
}
