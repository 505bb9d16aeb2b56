// The order in which people are listed.

import type { Member } from "./space-answers.ts";

/** Oneself first, then by name, as the language `locale` sorts names; "Pupil 2" stands before "Pupil 10". */
export function inOrder(members: readonly Member[], me: string, locale: string): readonly Member[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return members.toSorted(
    (one, other) =>
      Number(other.id === me) - Number(one.id === me) || compare(one.name, other.name),
  );
}
