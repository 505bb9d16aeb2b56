// One annotation as everyone reads it: whose it is comes from the layer, never from its content.

import type { Anchor } from "../anchor/anchor.ts";
import type { KindId } from "../scheme/scheme.ts";

/** The longest note, in UTF-16 code units. */
export const NOTE_LENGTH = 20_000;

/** The longest passage that can be annotated, in UTF-16 code units. */
export const QUOTE_LENGTH = 20_000;

/** Kind and label, which are changed together. `label` is null while none is chosen. */
export type Labelling = { readonly kind: KindId; readonly label: string | null };

/** An author's answer to the proposal that was made `at` this time, in milliseconds since 1970. */
export type ProposalAnswer = { readonly at: number; readonly accepted: boolean };

export type Annotation = Labelling & {
  readonly id: string;
  /** The user id of the layer's owner. */
  readonly author: string;
  readonly note: string;
  /** What the scheme's attributes say of it, by attribute id; only those that were filled in. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What its author answered to proposals of another label, by the proposer's user id. */
  readonly answered: Readonly<Record<string, ProposalAnswer>>;
  /** Where its author put it. */
  readonly anchor: Anchor;
  /** Where it went since the text under it was made anew; absent while `anchor` tells. */
  readonly movedTo?: Anchor;
  /** Milliseconds since 1970, as the author's device told it. */
  readonly createdAt: number;
};

/** The anchor that tells where an annotation is. */
export const anchorNow = ({ anchor, movedTo }: Annotation): Anchor => movedTo ?? anchor;
