// What a hand can do to a card.

import type { Labelling } from "#domain/annotation/annotation.ts";

export type CardHand = {
  /** Selects an annotation and brings its words into view. */
  readonly open: (id: string) => void;
  /** Selects an annotation and leaves the page where it is. */
  readonly select: (id: string) => void;
  /** Tells which annotation is pointed at; null when the pointer left. */
  readonly point: (id: string | null) => void;
  readonly relabel: (id: string, labelling: Labelling) => void;
  /** Looks up in the codebook what an annotation is marked as. */
  readonly explain: (id: string) => void;
  readonly remove: (id: string) => void;
  /** Chooses an annotation along with others, or lets it go. */
  readonly choose: (id: string) => void;
  /** How many more places say the words of an annotation of one's own; looked for anew each time. */
  readonly mentionsLeft: (id: string) => number;
  /** Marks these places, too. */
  readonly markMentionsOf: (id: string) => void;
  readonly copyQuote: (id: string) => void;
  readonly copyLink: (id: string) => void;
  readonly setNote: (id: string, note: string) => void;
  /** Fills in an attribute of the scheme; "" takes it away. */
  readonly setAttribute: (id: string, attribute: string, value: string) => void;
  /** Tells the others at which annotation one is writing; null when no longer. */
  readonly showWriting: (id: string | null) => void;
};
