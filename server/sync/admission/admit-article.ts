// Decides whether an editor's update may be applied to the article's text.

import * as Y from "yjs";
import { FRAME_BYTES } from "#domain/wire.ts";
import type { Admission, Sender } from "./admit-layer.ts";
import { ARTICLE_GRAMMAR } from "./article-grammar.ts";
import { ArticlePlaces } from "./article-places.ts";
import { Malformed } from "./byte-reader.ts";
import { readUpdate, type Update } from "./read-update.ts";
import { checkRuns, checkSections, cutKnown, followsReferences } from "./references.ts";

/** Checks an update for the article `doc`, and changes nothing. */
export function admitToArticle(bytes: Uint8Array, doc: Y.Doc, sender: Sender): Admission {
  if (bytes.length > FRAME_BYTES) return { refusal: "too-big" };
  try {
    return admit(bytes, doc, sender);
  } catch (error) {
    if (error instanceof Malformed) return { refusal: "malformed" };
    throw error;
  }
}

function admit(bytes: Uint8Array, doc: Y.Doc, { user, ownerOf }: Sender): Admission {
  const clocks = { clockOf: (client: number): number => Y.getState(doc.store, client) };
  const whole = readUpdate(bytes, ARTICLE_GRAMMAR);
  const refusal = checkSections(whole.sections, clocks, user, ownerOf);
  if (refusal !== null) return { refusal };
  const cut = cutKnown(bytes, whole.sections, clocks);
  const update = cut === null ? whole : readUpdate(cut, ARTICLE_GRAMMAR);
  const places = new ArticlePlaces(doc, update);
  if (!followsReferences(update, clocks, (struct, client) => places.check(struct, client))) {
    return { refusal: "unknown-reference" };
  }
  checkRuns(update);
  checkDeletes(update, places);
  return { refusal: null, update, bytes: cut ?? bytes };
}

function checkDeletes({ deletes }: Update, places: ArticlePlaces): void {
  for (const [client, ranges] of deletes) {
    for (const { clock, end } of ranges) places.checkRange(client, clock, end);
  }
}
