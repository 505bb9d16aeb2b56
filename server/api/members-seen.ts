// The members of a space as one of them sees them.

import { sightOf } from "../access/sight.ts";
import type { Database } from "../store/database.ts";
import { type MemberRow, membersIn } from "../store/members.ts";
import { sharingIn } from "../store/sharing.ts";
import { noSuchSpace, type SpaceMember } from "./guard.ts";

/**
 * Those whom the caller knows by name in the space as it is set; who came first first. Peers with an alias
 * are left out: when somebody came would tell who is behind it.
 */
export async function membersSeen(
  database: Database,
  { space, ...actor }: SpaceMember,
): Promise<(MemberRow & { readonly colour: number })[]> {
  const sharing = await sharingIn(database, space.id);
  if (sharing === null) throw noSuchSpace();
  const { knownAs } = sightOf(actor, sharing);
  const members = await membersIn(database, space.id);
  return members.flatMap(({ id, name, colour, ...member }) => {
    const person = knownAs({ id, name, colour: colour ?? 0 });
    return person?.name === name ? [{ ...member, ...person }] : [];
  });
}
