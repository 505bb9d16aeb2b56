// What a hand can say about somebody's annotation.

import type { Labelling } from "#domain/annotation/annotation.ts";
import type { Saying, Vote } from "#domain/talk/talk.ts";

/** Annotations go by their references. */
export type TalkHand = {
  readonly reply: (to: string, saying: Saying) => void;
  readonly editReply: (id: string, saying: Saying) => void;
  readonly removeReply: (id: string) => void;
  /** Null takes one's vote back. */
  readonly vote: (to: string, vote: Vote | null) => void;
  /** Null takes one's proposal back. */
  readonly propose: (to: string, labelling: Labelling | null) => void;
  /** Answers a proposal for an annotation of one's own. */
  readonly answer: (ref: string, proposer: string, accepts: boolean) => void;
  /** Settles a thread, or opens it again. */
  readonly resolve: (ref: string, resolved: boolean) => void;
  /** Hides an annotation from readers for this reason, or shows it again with null. */
  readonly hide: (ref: string, reason: string | null) => void;
  /** The same for the reply with this reference. */
  readonly hideReply: (ref: string, reason: string | null) => void;
  /** Tells the others at which annotation one is writing; null when no longer. */
  readonly showWriting: (ref: string | null) => void;
};
