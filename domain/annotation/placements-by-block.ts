// Placements, found by a block that they have to do with.

import type * as Y from "yjs";
import type { Placement } from "./placement.ts";

export class PlacementsByBlock {
  readonly #groups = new Map<Y.XmlElement, Set<Placement>>();

  of(block: Y.XmlElement): Placement[] {
    return [...(this.#groups.get(block) ?? [])];
  }

  add(block: Y.XmlElement, placement: Placement): void {
    const group = this.#groups.get(block);
    if (group) group.add(placement);
    else this.#groups.set(block, new Set([placement]));
  }

  delete(block: Y.XmlElement, placement: Placement): void {
    const group = this.#groups.get(block);
    group?.delete(placement);
    if (group?.size === 0) this.#groups.delete(block);
  }
}
