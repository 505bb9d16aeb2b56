// Sights for tests.

import type { Actor } from "./authorize.ts";
import { type Sharing, sightOf } from "./sight.ts";

/** Everybody sees everything. */
const OPEN: Sharing = {
  space: "space",
  visibility: "open",
  namesShown: true,
  editors: new Set(),
};

/** Somebody who asks where everybody sees everything. */
export const inTheOpen = (actor: Actor) => ({ actor, sight: sightOf(actor, OPEN) });
