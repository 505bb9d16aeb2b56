// Checks that hold for every document: own client ids, no gaps, and nothing built on what does not exist.

import * as Y from "yjs";
import type { Refusal } from "#domain/wire.ts";
import { Malformed } from "./byte-reader.ts";
import type { Ledger } from "./ledger.ts";
import type { Id, Range, Section, Struct, Update } from "./read-update.ts";

/** Whose a client id is in this article; null while it is nobody's. */
export type ClientOwner = (client: number) => string | null;

/**
 * Checks the sections that bring news: each continues its client's clocks, and the client is `user`'s
 * (or nobody's yet). Returns null when all is well.
 */
export function checkSections(
  sections: readonly Section[],
  ledger: Pick<Ledger, "clockOf">,
  user: string,
  ownerOf: ClientOwner,
): Refusal | null {
  for (const { client, clock, end } of sections) {
    if (end <= ledger.clockOf(client)) continue;
    if ((ownerOf(client) ?? user) !== user) return "foreign-client";
    if (clock > ledger.clockOf(client)) return "gap";
  }
  return null;
}

/**
 * Cuts off what is here already, so that every section begins exactly where its client's clocks end.
 * Yjs would believe what an overlapping struct says of its own place; a cut one has no say.
 * Returns null when nothing needs to be cut.
 */
export function cutKnown(
  update: Uint8Array,
  sections: readonly Section[],
  ledger: Pick<Ledger, "clockOf">,
): Uint8Array | null {
  if (sections.every(({ client, clock }) => clock === ledger.clockOf(client))) return null;
  const held = new Map(sections.map(({ client }) => [client, ledger.clockOf(client)]));
  return Y.diffUpdate(update, Y.encodeStateVector(held));
}

/** Whether a struct is an entry of a map, or follows one (then Yjs takes its key). */
export function isEntry({ kind, origin, rightOrigin, parent, key }: Struct): boolean {
  if (kind === 0) return true;
  if (rightOrigin !== null) return false;
  return origin !== null || (typeof parent === "string" && key !== null);
}

/**
 * Refuses several values in one entry of a map that are not deleted by the same update. An undo manager
 * keeps deleted ones as such a run; alive, a run would break the document when it is split.
 */
export function checkRuns({ sections, deletes }: Update): void {
  for (const { client, structs } of sections) {
    const ranges = deletes.get(client) ?? [];
    if (!structs.every((struct) => isSingle(struct) || isDeleted(struct, ranges))) {
      throw new Malformed("several values alive in one entry");
    }
  }
}

const isSingle = ({ kind, length }: Struct): boolean => kind !== 8 || length === 1;

/** Whether the whole of a struct is among deleted ranges of its client. */
export const isDeleted = ({ clock, length }: Struct, ranges: readonly Range[]): boolean =>
  ranges.some((range) => range.clock <= clock && range.end >= clock + length);

/** Told of every struct of an update, each after all that it names. */
export type Visit = (struct: Struct, client: number) => void;

/**
 * Whether the structs of a cut update can be integrated one after the other, each finding the items
 * that it names, and whether every deletion is of something that then exists. `visit` may throw.
 */
export function followsReferences(
  update: Update,
  ledger: Pick<Ledger, "clockOf">,
  visit: Visit = () => {},
): boolean {
  const reached = new Map(update.sections.map(({ client, clock }) => [client, clock]));
  const clockOf = (client: number): number => reached.get(client) ?? ledger.clockOf(client);
  const exists = ({ client, clock }: Id): boolean => clock < clockOf(client);
  const arrive = (struct: Struct, client: number): void => {
    reached.set(client, struct.clock + struct.length);
    visit(struct, client);
  };
  if (!integrate(update.sections, exists, arrive)) return false;
  for (const [client, ranges] of update.deletes) {
    if (ranges.some(({ end }) => end > clockOf(client))) return false;
  }
  return true;
}

/** Walks the sections in turns, each as far as it goes; false when none goes further before the end. */
function integrate(
  sections: readonly Section[],
  exists: (id: Id) => boolean,
  arrive: Visit,
): boolean {
  let waiting = sections.map(({ client, structs }) => ({ client, structs, next: 0 }));
  while (waiting.length > 0) {
    let moved = false;
    for (const section of waiting) {
      for (let struct = section.structs[section.next]; struct; ) {
        if (!referencesOf(struct).every(exists)) break;
        arrive(struct, section.client);
        struct = section.structs[++section.next];
        moved = true;
      }
    }
    if (!moved) return false;
    waiting = waiting.filter(({ structs, next }) => next < structs.length);
  }
  return true;
}

function referencesOf({ origin, rightOrigin, parent }: Struct): Id[] {
  const parentId = typeof parent === "object" ? parent : null;
  return [origin, rightOrigin, parentId].filter((id) => id !== null);
}
