// A layer that very many client ids wrote is begun anew before anybody has it open: each id makes every
// later change a little dearer, and a browser takes a new one for each page.

import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import { LAYER_ROOTS } from "#domain/annotation/layer-roots.ts";
import { renewLayer } from "#domain/annotation/renewed-layer.ts";
import { MOST_CLIENTS } from "../sync/admission/admit-layer.ts";
import type { Ledger } from "../sync/admission/ledger.ts";
import type { LayerParts } from "./layer-room.ts";

/** From how many on: whoever opens the layer has as many left again. */
const MANY = MOST_CLIENTS / 2;

/** Whether a layer should be begun anew. */
export const isDue = ({ clocks }: Ledger): boolean => clocks.size > MANY;

type Parts = Pick<LayerParts, "article" | "owner" | "clientIds" | "committer">;

/**
 * Begins the layer anew that is stored as `room` and reads as `layer`. False when the disk refused; after
 * true the room has to be read again.
 */
export function beginAnew(room: string, layer: Y.Doc, parts: Parts): boolean {
  const retired = [...Y.decodeStateVector(Y.encodeStateVector(layer)).keys()];
  const { article, owner, clientIds, committer } = parts;
  const client = clientIds.fresh();
  const isDone = committer.renew(room, () => {
    const update = renewLayer(layer, client);
    if (!readsAs(update, layer)) throw new Error("the layer begun anew reads differently");
    return { room, update, client: { article, client, user: owner }, retired };
  });
  if (!isDone) return false;
  clientIds.bind([client], owner);
  clientIds.retire(retired);
  return true;
}

function readsAs(update: Uint8Array, layer: Y.Doc): boolean {
  const again = new Y.Doc();
  Y.applyUpdate(again, update);
  return LAYER_ROOTS.every((root) =>
    isDeepStrictEqual(again.getMap(root).toJSON(), layer.getMap(root).toJSON()),
  );
}
