// A newcomer who reads all layers of an article from the socket, once.

import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { readLayer } from "../../domain/annotation/layer.ts";
import { ROOM, readRoom, STATE_ROOM } from "../../domain/wire.ts";
import { join } from "../load/connection.ts";
import { DIALECTS } from "../load/dialect.ts";

/** The ids of all annotations of all layers; one that stands in several layers comes several times. */
export async function readAnnotationIds(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<string[]> {
  const layers = new Map<string, Y.Doc>();
  const held = new Map<string, number>();
  const connection = await join({
    url,
    headers,
    dialect: DIALECTS.postil(),
    onMessage: (message) => {
      if (message[0] !== ROOM) return;
      const { room, after, seq, update } = readRoom(decoding.createDecoder(message.subarray(1)));
      if (after > (held.get(room) ?? 0)) throw new Error(`Room ${room} came with a hole.`);
      held.set(room, seq);
      if (room === STATE_ROOM) return;
      const layer = layers.get(room) ?? new Y.Doc();
      layers.set(room, layer);
      Y.applyUpdate(layer, update);
    },
  });
  connection.cut();
  return [...layers].flatMap(([owner, layer]) => readLayer(layer, owner)).map(({ id }) => id);
}
