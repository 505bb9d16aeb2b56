// What somebody had of everybody's layers when they left an article. Whatever was written later lies
// beyond it by Yjs's own counting, whoever's clock was wrong.

import { fromBase64, toBase64 } from "lib0/buffer";
import * as Y from "yjs";

/** How many layers a visit may tell of, and how long each entry may be in letters. */
export const VISIT_LAYERS = 1000;
export const VISIT_VECTOR_LENGTH = 16_384;

/** The state vector of each layer in base64, by the user id of its owner. */
export type LastVisit = { readonly layers: Readonly<Record<string, string>> };

/** A visit that ends now. */
export function visitOf(layers: ReadonlyMap<string, Y.Doc>): LastVisit {
  const vectors = [...layers].map(
    ([owner, layer]) => [owner, toBase64(Y.encodeStateVector(layer))] as const,
  );
  return { layers: Object.fromEntries(vectors) };
}

/** How long one part of a visit may be as JSON: pages that are left can still send 64 KiB. */
const PART_LENGTH = 48 * 1024;

/**
 * What a visit tells that is not `kept` yet, in parts that can be sent one by one. Null: nothing is
 * kept, and even an empty visit has a part.
 */
export function visitParts({ layers }: LastVisit, kept: LastVisit | null): LastVisit[] {
  const parts: Record<string, string>[] = kept === null ? [{}] : [];
  let length = 0;
  for (const [owner, vector] of Object.entries(layers)) {
    if (kept?.layers[owner] === vector) continue;
    const entry = owner.length + vector.length + 6;
    length += entry;
    const part = parts.at(-1);
    if (part && length <= PART_LENGTH) part[owner] = vector;
    else {
      parts.push({ [owner]: vector });
      length = entry;
    }
  }
  return parts.map((part) => ({ layers: part }));
}

/** Tells whether something that was written in somebody's layer was there at the end of a visit. */
export type Knows = (owner: string, writing: Y.ID) => boolean;

/** A layer that the visit does not tell of, or not legibly, was not there. */
export function knownAt({ layers }: LastVisit): Knows {
  const vectors = new Map(Object.entries(layers).map(([owner, text]) => [owner, vectorIn(text)]));
  return (owner, { client, clock }) => clock < (vectors.get(owner)?.get(client) ?? 0);
}

function vectorIn(text: string): ReadonlyMap<number, number> {
  try {
    return Y.decodeStateVector(fromBase64(text));
  } catch {
    return new Map();
  }
}

/** Which writing put an entry into a map; null when there is no such entry. */
export function writingOf(map: Y.Map<unknown>, key: string): Y.ID | null {
  const item = map._map.get(key);
  return item && !item.deleted ? item.id : null;
}
