// Who is here, and what they have selected. Identity is stamped by the server.

import * as Y from "yjs";
import * as z from "zod/mini";
import { createAnchor, resolveAnchor } from "./anchor.ts";
import { REF_LENGTH } from "./annotation-ref.ts";
import type { ArticleText, TextRange } from "./article-text.ts";
import { personSchema } from "./person.ts";

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
  const anchor = createAnchor(article, range);
  if (anchor === null) return null;
  return {
    start: Y.relativePositionToJSON(Y.decodeRelativePosition(anchor.start)),
    end: Y.relativePositionToJSON(Y.decodeRelativePosition(anchor.end)),
  };
}

/** Where somebody's selection is in this copy of the article, or null. */
export function locateSelection(article: ArticleText, selection: Selection): TextRange | null {
  if (selection === null) return null;
  try {
    const [start, end] = [selection.start, selection.end].map((position) =>
      Y.encodeRelativePosition(Y.createRelativePositionFromJSON(position)),
    );
    if (!start || !end) return null;
    return resolveAnchor(article, { start, end, quote: "", prefix: "", suffix: "" });
  } catch {
    return null; // sent by a client of another make
  }
}
