// What somebody may do and see at an article by now, or why they may not be there.

import { CLOSE, encodePlace, encodeSight } from "#domain/wire.ts";
import type { Actor } from "../access/authorize.ts";
import { type Sharing, type Sight, sightOf } from "../access/sight.ts";
import type { Standing } from "../access/visitors.ts";

type SeenPlace = { readonly actor: Actor; readonly sight: Sight };

/** The place of somebody who may be here, or the close code for somebody who may not. */
export function placeOf(
  userId: string,
  standing: Standing,
  sharing: Sharing | null,
): SeenPlace | number {
  if (standing === "ended") return CLOSE.noSession;
  if (standing === "absent" || sharing === null) return CLOSE.noRoom;
  if (standing === null) return CLOSE.noAccess;
  const actor = { userId, ...standing };
  return { actor, sight: sightOf(actor, sharing) };
}

/** What somebody may do, as they are told: whatever their role, an archived article is only read. */
export function tellPlace({ role, archived = false }: Actor): Uint8Array {
  return encodePlace({ role: archived || role === null ? "viewer" : role, archived });
}

/** Whose annotations somebody is shown, as they are told. */
export function tellSight({ sharing: { visibility } }: Sight, changed: boolean): Uint8Array {
  return encodeSight({ visibility, changed });
}
