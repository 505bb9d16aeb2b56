// Whose layers a person is sent. The one place that decides it, for sockets, pages and answers alike.

import { type Actor, authorize } from "./authorize.ts";

/**
 * Whether `actor` may see the layer of `owner` on an article. Every article is open for now:
 * whoever may read it sees everybody's layer.
 */
export function visibleLayers(actor: Actor): (owner: string) => boolean {
  return (owner) => authorize(actor, "layer.read", { type: "layer", owner });
}

/** Names all that `visibleLayers` asks of a person: those with equal sight see the same layers. */
export const sightOf = ({ role }: Actor): string => role ?? "none";
