// One annotation as everyone reads it: whose it is comes from the layer, never from its content.

import type { Anchor } from "./anchor.ts";
import type { KindId } from "./scheme.ts";

/** The longest note, in UTF-16 code units. */
export const NOTE_LENGTH = 20_000;

export type Annotation = {
  readonly id: string;
  /** The user id of the layer's owner. */
  readonly author: string;
  readonly kind: KindId;
  /** The id of a label of the kind, or null while none is chosen. */
  readonly label: string | null;
  readonly note: string;
  readonly anchor: Anchor;
  /** Milliseconds since 1970, as the author's device told it. */
  readonly createdAt: number;
};
