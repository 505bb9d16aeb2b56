// What lets somebody make an account who is new here, and then leads them into a space: an invite for their
// e-mail address, or a link.

import { findInvite, joinByInvite } from "../store/entrances.ts";
import { addressOfInvite, joinByPersonalInvite } from "../store/personal-invites.ts";
import { inviteProblem } from "./personal-invite-routes.ts";
import type { Services } from "./services.ts";

type Comer = { readonly userId: string; readonly email: string };
type Space = { readonly id: string; readonly name: string };

/** Lets an account in; returns where it led, null when it leads nowhere any more. */
export type Invitation = (comer: Comer) => Promise<Space | null>;

/** What a token invites to. Ends the request where it is none, or for another address than `email`. */
export async function findInvitation(
  { database, now }: Services,
  token: string,
  email: string,
): Promise<Invitation> {
  const address = await addressOfInvite(database, token, now());
  if (address !== null) {
    if (address !== email) throw inviteProblem("invited-another");
    return async (comer) => {
      const joined = await joinByPersonalInvite(database, token, comer, now());
      return joined.ok ? joined.space : null;
    };
  }
  const link = await findInvite(database, token, now());
  if (link === null) throw inviteProblem("no-such-invite");
  return async ({ userId }) => {
    const isIn = await joinByInvite(database, link, { userId, at: now() });
    return isIn ? { id: link.spaceId, name: link.name } : null;
  };
}
