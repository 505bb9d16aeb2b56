// What people are called in a space that does not show their names to each other.

import { createHash } from "node:crypto";
import { offerAlias } from "#domain/alias.ts";
import { PERSON_COLOURS, type Person } from "#domain/person.ts";

/**
 * Somebody as their peers in a space know them: another name and colour, the same for everyone and at
 * all times, others in each space. Two may get the same among some 250,000.
 */
export function asPeer(space: string, { id }: Person): Person {
  const chance = createHash("sha256").update(`${space}/${id}`).digest();
  let taken = 0;
  const pick = (count: number): number => chance.readUInt32BE(4 * taken++) % count;
  return { id, name: `${offerAlias(pick)} ${pick(98) + 2}`, colour: pick(PERSON_COLOURS) };
}
