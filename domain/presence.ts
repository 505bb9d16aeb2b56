// Who is here, and what they have selected. Identity is stamped by the server.

import * as z from "zod/mini";
import { createEnds, resolveAnchor } from "./anchor/anchor.ts";
import { REF_LENGTH } from "./annotation/annotation-ref.ts";
import type { ArticleText, TextRange } from "./article/article-text.ts";
import { personSchema } from "./person.ts";
import { wellFormed } from "./well-formed.ts";

/** The largest presence state that the server passes on, in bytes of JSON. */
export const PRESENCE_BYTES = 2048;

/** The two ends of a selection as JSON of Yjs relative positions. */
const selectionSchema = z.object({ start: z.unknown(), end: z.unknown() });

/** Null for whatever is missing or not of this shape. */
const orNull = <T extends z.ZodMiniType>(schema: T) =>
  z._default(z.catch(z.nullable(schema), null), null);

/** What a client says of itself; anything else in it is dropped by the server. */
export const ownPresenceSchema = z.object({
  selection: orNull(selectionSchema),
  /** The reference to the annotation whose note is being written. */
  note: orNull(z.string().check(z.maxLength(REF_LENGTH))),
});

export const presenceSchema = z.extend(ownPresenceSchema, { user: personSchema });

export type OwnPresence = Readonly<z.infer<typeof ownPresenceSchema>>;
export type Presence = Readonly<z.infer<typeof presenceSchema>>;
type Selection = OwnPresence["selection"];

/** A selection as others can follow it through edits; null when it holds no letter. */
export function describeSelection(article: ArticleText, range: TextRange): Selection {
  const ends = createEnds(article, range);
  if (ends === null) return null;
  return { start: { item: ends.start, assoc: 0 }, end: { item: ends.end, assoc: -1 } };
}

const count = z.int().check(z.nonnegative());
const positionSchema = z.object({ item: z.object({ client: count, clock: count }) });
const endsSchema = z.object({ start: positionSchema, end: positionSchema });

/** Where somebody's selection is in this copy of the article, or null. */
export function locateSelection(article: ArticleText, selection: Selection): TextRange | null {
  const ends = wellFormed(endsSchema, selection);
  if (ends === null) return null; // there is none, or it was sent by a client of another make
  const { start, end } = ends;
  const anchor = { start: start.item, end: end.item, quote: "", prefix: "", suffix: "" };
  return resolveAnchor(article, anchor);
}
