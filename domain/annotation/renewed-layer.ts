// A layer that was written with very many Yjs client ids is begun anew: the same entries in a fresh
// document, written by one client. It tells where each entry comes from, so that whoever comes back with
// the old document brings along what it had not sent, and nothing that was deleted.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { writingOf } from "../last-visit.ts";
import { LAYER_ROOTS } from "./layer-roots.ts";

/** The map with the one entry that tells of the document before; no client may write to it. */
const RENEWAL = "n";
const BEFORE = "before";

type Renewal = {
  /** The client that wrote all that was carried over: no other document has the same. */
  readonly client: number;
  /** The same of the document before; 0 for one that was not begun anew itself. */
  readonly before: number;
  /** What that held in the end, by client. */
  readonly held: ReadonlyMap<number, number>;
  /** Which writing of that is now the writing of this clock. */
  readonly origins: readonly Y.ID[];
};

/** The same entries in a fresh document, as an update; `client` is an id that nobody has used yet. */
export function renewLayer(layer: Y.Doc, client: number): Uint8Array {
  return beginAnew(layer, client, entriesOf(layer));
}

/**
 * An empty document in the place of a layer that is erased, as an update. Whoever comes back with the old
 * one brings along what it had not sent, and nothing else.
 */
export function emptyLayer(layer: Y.Doc, client: number): Uint8Array {
  return beginAnew(layer, client, []);
}

function beginAnew(layer: Y.Doc, client: number, entries: readonly Entry[]): Uint8Array {
  const renewed = new Y.Doc();
  renewed.clientID = client;
  renewed.transact(() => {
    for (const { root, key } of entries) {
      renewed.getMap(root).set(key, layer.getMap(root).get(key));
    }
    const before = encodeBefore(
      layer,
      entries.map(({ id }) => id),
    );
    renewed.getMap(RENEWAL).set(BEFORE, before);
  });
  return Y.encodeStateAsUpdate(renewed);
}

/** Tells documents of one layer apart: a number that is 0 until it is begun anew, and then another each time. */
export const renewalOf = (layer: Y.Doc): number =>
  writingOf(layer.getMap(RENEWAL), BEFORE)?.client ?? 0;

/** Whether something was written before the layer was begun anew. */
export const isCarriedOver = (layer: Y.Doc, writing: Y.ID): boolean =>
  writing.client === renewalOf(layer);

/**
 * Writes into a layer that was begun anew what only the old document holds, and deletes what was deleted
 * only there. When it is not the one right before, nobody can tell what was deleted: then what only one
 * of the two holds is kept, and where both hold something, the new one counts.
 */
export function carryOver(old: Y.Doc, renewed: Y.Doc): void {
  const renewal = readRenewal(renewed);
  const known = renewal?.before === renewalOf(old) ? renewal : null;
  const both = { old, renewed, known };
  const news = entriesOf(old).filter((entry) => isNews(entry, both));
  const gone = entriesOf(renewed).filter((entry) => isGone(entry, both));
  renewed.transact(() => {
    for (const { root, key } of news) renewed.getMap(root).set(key, old.getMap(root).get(key));
    for (const { root, key } of gone) renewed.getMap(root).delete(key);
  });
}

/** Two documents of a layer; `known` is null when the new one does not tell of the old one. */
type Both = {
  readonly old: Y.Doc;
  readonly renewed: Y.Doc;
  readonly known: Renewal | null;
};

/** Whether an entry of the old document was not known when the layer was begun anew. */
function isNews({ root, key, id }: Entry, { renewed, known }: Both): boolean {
  if (isIn(renewed, id)) return false;
  if (known === null) return !renewed.getMap(root).has(key);
  return id.clock >= (known.held.get(id.client) ?? 0);
}

/** Whether an entry of the new document was carried over, and had been deleted in the old one. */
function isGone({ root, key, id }: Entry, { old, known }: Both): boolean {
  const origin = id.client === known?.client ? known.origins[id.clock] : undefined;
  return origin !== undefined && isIn(old, origin) && !old.getMap(root).has(key);
}

const isIn = ({ store }: Y.Doc, { client, clock }: Y.ID): boolean =>
  clock < Y.getState(store, client);

type Entry = { readonly root: string; readonly key: string; readonly id: Y.ID };

/** All entries, in the order of their writings. */
function entriesOf(layer: Y.Doc): Entry[] {
  const entries = LAYER_ROOTS.flatMap((root) => {
    const map = layer.getMap(root);
    return [...map.keys()].flatMap((key) => {
      const id = writingOf(map, key);
      return id === null ? [] : [{ root, key, id }];
    });
  });
  return entries.sort((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock);
}

function encodeBefore(layer: Y.Doc, origins: readonly Y.ID[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, renewalOf(layer));
    encoding.writeVarUint8Array(encoder, Y.encodeStateVector(layer));
    const groups = Map.groupBy(origins, ({ client }) => client);
    encoding.writeVarUint(encoder, groups.size);
    for (const [client, ids] of groups) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ids.length);
      let last = 0;
      for (const { clock } of ids) {
        encoding.writeVarUint(encoder, clock - last);
        last = clock;
      }
    }
  });
}

function readRenewal(layer: Y.Doc): Renewal | null {
  const bytes = layer.getMap(RENEWAL).get(BEFORE);
  if (!(bytes instanceof Uint8Array)) return null;
  const decoder = decoding.createDecoder(bytes);
  const before = decoding.readVarUint(decoder);
  const held = Y.decodeStateVector(decoding.readVarUint8Array(decoder));
  const origins: Y.ID[] = [];
  for (let groups = decoding.readVarUint(decoder); groups > 0; groups--) {
    const client = decoding.readVarUint(decoder);
    let clock = 0;
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      clock += decoding.readVarUint(decoder);
      origins.push(Y.createID(client, clock));
    }
  }
  return { client: renewalOf(layer), before, held, origins };
}
