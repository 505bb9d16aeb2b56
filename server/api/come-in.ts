// Through the door of a space: which entrance a code opens, and what becomes of who comes by one.

import { readCode } from "#domain/join-code.ts";
import type { Person, Role } from "#domain/person.ts";
import { findCode, joinByCode, joinByInvite, type OpenSpace } from "../store/entrances.ts";
import { roleIn } from "../store/members.ts";
import { waitFor, waitingFor } from "../store/waiting-room.ts";
import { type Called, callerKey } from "./guard.ts";
import { Problem } from "./problem.ts";
import type { Services } from "./services.ts";

/** How many may wait at one space. */
const WAITING = 500;

/** Seconds for which a code makes no account after too many wrong ones. */
const REST = 10 * 60;

/** Where somebody may come in, and whether they have to wait there; a link also says as what. */
export type Entrance = {
  readonly space: OpenSpace;
  readonly waits: boolean;
  readonly invite: { readonly id: string; readonly role: Role; readonly spaceId: string } | null;
};

type Caller = Omit<Called, "req">;

/** The entrance that a code opens. Counts a wrong one, and ends the request with 404. */
export async function findByCode(
  { database, guesses, now }: Services,
  caller: Caller,
  typed: string,
): Promise<Entrance> {
  const address = callerKey(caller);
  const code = readCode(typed);
  const space = code === null ? null : await findCode(database, code, now());
  if (space === null) {
    guesses.add(address, now());
    throw new Problem(404, "No class or team has this code now. Look again where you found it.", {
      code: "no-such-code",
    });
  }
  return { space, waits: space.waitingRoom || guesses.areMany(address, now()), invite: null };
}

/**
 * Whether a code lets its bearer make an account: that of a space which wants one does. Ends the request
 * with 404 for a wrong one, and with 429 while codes are being tried: then a code proves nothing.
 */
export async function codeMakesAccount(
  services: Services,
  caller: Caller,
  typed: string,
): Promise<boolean> {
  const { space } = await findByCode(services, caller, typed);
  if (services.guesses.areMany(callerKey(caller), services.now())) {
    throw new Problem(
      429,
      "Too many wrong codes were typed here. Wait ten minutes, or ask for a link.",
      { code: "codes-tried", retryAfter: REST },
    );
  }
  return !space.guestsAllowed;
}

/** Returns the id of the waiting, or null when the person is in. Whoever is in already stays what they are. */
export async function letIn(
  { database, now }: Services,
  { space: { spaceId }, waits, invite }: Entrance,
  { id: userId }: Person,
): Promise<string | null> {
  const seat = { spaceId, userId };
  if ((await roleIn(database, spaceId, userId)) !== null) return null;
  if (invite !== null) {
    if (await joinByInvite(database, invite, { userId, at: now() })) return null;
    throw noSuchInvite();
  }
  if (!waits) {
    await joinByCode(database, seat, now());
    return null;
  }
  if ((await waitingFor(database, spaceId)).length >= WAITING) {
    throw new Problem(429, "Too many people wait to come in. Ask your teacher to look.", {
      ...{ code: "waiting-room-full", retryAfter: 30 },
    });
  }
  return await waitFor(database, seat, now());
}

export const noSuchInvite = (): Problem =>
  new Problem(404, "This link is used up, too old or closed. Ask whoever sent it for a new one.", {
    code: "no-such-invite",
  });
