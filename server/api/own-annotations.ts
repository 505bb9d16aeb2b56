// What a request may do with the caller's own annotations.

import type * as Y from "yjs";
import type { z } from "zod";
import { createAnchor } from "#domain/anchor/anchor.ts";
import { type Annotation, QUOTE_LENGTH } from "#domain/annotation/annotation.ts";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import {
  acceptProposal,
  addAnnotation,
  declineProposal,
  readAnnotation,
  relabel,
  removeAnnotation,
  setAttribute,
  setNote,
} from "#domain/annotation/layer.ts";
import { asMoved } from "#domain/annotation/moved-anchors.ts";
import { type Kind, kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import { standingOf } from "#domain/talk/talk-index.ts";
import type { Actor } from "../access/authorize.ts";
import type { Sight } from "../access/sight.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { present } from "./annotation-there.ts";
import { checkedLabelling, checkedValue } from "./checked-labelling.ts";
import { demand } from "./guard.ts";
import { locateOffsets, locateQuote } from "./locate.ts";
import { placeOf } from "./placed.ts";
import { Problem } from "./problem.ts";
import type { annotationChangeShape, newAnnotationShape } from "./shapes.ts";

/** Who asks, and what they see. */
type Asker = { readonly actor: Actor; readonly sight: Sight };

/** Adds an annotation; resolves when it is on disk. Ends the request with 422 for a wrong place or label. */
export async function annotate(
  live: LiveArticle,
  owner: string,
  wanted: z.infer<typeof newAnnotationShape>,
  { scheme, now }: { readonly scheme: Scheme; readonly now: number },
): Promise<Placed> {
  const text = live.text();
  const range = "quote" in wanted ? locateQuote(text, wanted.quote) : locateOffsets(text, wanted);
  const anchor = createAnchor(text, range);
  if (anchor === null) throw new Problem(422, "The passage holds no letter. Choose some words.");
  if (anchor.quote.length > QUOTE_LENGTH) {
    throw new Problem(422, `The passage is longer than ${QUOTE_LENGTH} UTF-16 units. Choose less.`);
  }
  const labelling = checkedLabelling(scheme, { kind: wanted.kind, label: wanted.label ?? null });
  const id = newAnnotationId();
  const { note = "", attributes = {} } = wanted;
  const added = await live.changeLayer(owner, (layer) => {
    addAnnotation(layer, { id, anchor, ...labelling, note, createdAt: now });
    describe(layer, id, attributes, kindOf(scheme, wanted.kind));
    return present(readAnnotation(layer, owner, id));
  });
  return place(live, added);
}

/** Changes an annotation of the actor's own; resolves when that is on disk. */
export async function changeOwn(
  live: LiveArticle,
  asker: Asker,
  id: string,
  { scheme, wanted }: ChangeInScheme,
): Promise<Placed> {
  const { actor } = asker;
  demandOwn(live, asker, id);
  const changed = await live.changeLayer(actor.userId, (layer) => {
    const old = present(readAnnotation(layer, actor.userId, id));
    applyChange(layer, old, { scheme, wanted });
    return present(readAnnotation(layer, actor.userId, id));
  });
  return place(live, changed);
}

/** Deletes an annotation of the actor's own; resolves when that is on disk. */
export async function removeOwn(live: LiveArticle, asker: Asker, id: string): Promise<void> {
  const { actor } = asker;
  demandOwn(live, asker, id);
  await live.changeLayer(actor.userId, (layer) => removeAnnotation(layer, id));
}

/** What the author says to the other label that `proposer` proposed. */
type ProposalAnswer = {
  readonly proposer: string;
  readonly accepted: boolean;
  readonly scheme: Scheme;
};

/** Accepts or declines a proposal for an annotation of the actor's own; resolves when that is on disk. */
export async function answerProposed(
  live: LiveArticle,
  asker: Asker,
  id: string,
  { proposer, accepted, scheme }: ProposalAnswer,
): Promise<Placed> {
  const { actor, sight } = asker;
  demandOwn(live, asker, id);
  const { proposals } = live.talk(sight.sees).get(proposer) ?? {};
  const proposal = proposals?.get(refTo(actor.userId, id));
  if (!proposal) throw new Problem(404, "There is no such proposal. It may be taken back.");
  const answered = await live.changeLayer(actor.userId, (layer) => {
    const old = present(readAnnotation(layer, actor.userId, id));
    const standing = standingOf({ ...proposal, author: proposer }, old);
    if (standing === (accepted ? "accepted" : "declined")) return old;
    if (accepted) checkedLabelling(scheme, proposal, old);
    if (accepted) acceptProposal(layer, id, proposer, proposal);
    else declineProposal(layer, id, proposer, proposal.at);
    return present(readAnnotation(layer, actor.userId, id));
  });
  return place(live, answered);
}

/** What is to become of an annotation, and the scheme that it has to keep to. */
type ChangeInScheme = {
  readonly scheme: Scheme;
  readonly wanted: z.infer<typeof annotationChangeShape>;
};

function applyChange(
  layer: Y.Doc,
  { id, ...old }: Annotation,
  { scheme, wanted }: ChangeInScheme,
): void {
  const { kind = old.kind, label, note, attributes = {} } = wanted;
  if (kind !== old.kind || label !== undefined) {
    // a label belongs to its kind: it does not outlive it
    relabel(layer, id, checkedLabelling(scheme, { kind, label: label ?? null }, old));
  }
  if (note !== undefined) setNote(layer, id, note);
  describe(layer, id, attributes, kindOf(scheme, kind));
}

function describe(
  layer: Y.Doc,
  id: string,
  attributes: Readonly<Record<string, string>>,
  kind: Kind,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    setAttribute(layer, id, name, checkedValue(kind, name, value));
  }
}

/** Ends the request with 404 when the actor sees no such annotation, with 403 when it is another's. */
function demandOwn(live: LiveArticle, { actor, sight }: Asker, id: string): void {
  const found = live.annotations(sight.sees).filter((each) => each.id === id);
  // an id is copied easily: whoever does it must not stand between an author and their own
  const own = found.find((each) => each.author === actor.userId);
  const { author } = present(own ?? found[0] ?? null);
  demand(actor, "layer.write", { type: "layer", owner: author });
}

function place(live: LiveArticle, written: Annotation): Placed {
  const moved = live.moved().get(refTo(written.author, written.id)) ?? null;
  const annotation = asMoved(written, moved);
  return { annotation, range: placeOf(live.text(), annotation) };
}
