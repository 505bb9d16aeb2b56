// Whether somebody who waits may be somebody who is in, at another computer.

import type { Member, Waiting } from "./space-answers.ts";

/** The one guest who is in under the same name, whatever its case; null where there is none, or more than one. */
export function namesakeOf(
  { name }: Pick<Waiting, "name">,
  members: readonly Member[],
): Member | null {
  const [first, second] = members.filter(
    (member) => member.isGuest && !member.isStandIn && isSame(member.name, name),
  );
  return first !== undefined && second === undefined ? first : null;
}

const isSame = (one: string, other: string): boolean =>
  one.toLocaleLowerCase() === other.toLocaleLowerCase();
