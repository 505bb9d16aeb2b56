// What a request may say about somebody's annotation, in the caller's own layer.

import type * as Y from "yjs";
import type { z } from "zod";
import type { Labelling } from "#domain/annotation/annotation.ts";
import { newId } from "#domain/id.ts";
import {
  addReply,
  castVote,
  editReply,
  propose,
  type Reply,
  readProposal,
  readReply,
  readVote,
  removeReply,
  type Vote,
} from "#domain/talk/talk.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import type { There } from "./annotation-there.ts";
import { Problem } from "./problem.ts";
import type { newReplyShape } from "./talk-shapes.ts";

type Wanted = z.infer<typeof newReplyShape>;

/** Adds a reply; resolves when it is on disk. */
export async function reply(
  { live, actor, ref, now }: There,
  { text, mentions = [] }: Wanted,
): Promise<Reply> {
  const id = newId();
  return await live.changeLayer(actor.userId, (layer) => {
    addReply(layer, { id, to: ref, text, mentions, createdAt: now });
    return ownReply(layer, actor.userId, id);
  });
}

/** A reply of the caller's own. */
type OwnReply = { readonly live: LiveArticle; readonly userId: string; readonly id: string };

/** Changes a reply; whom it mentions stays unless it is said anew. Resolves when that is on disk. */
export async function changeReply(
  { live, userId, id }: OwnReply,
  { text, mentions }: Wanted,
  now: number,
): Promise<Reply> {
  return await live.changeLayer(userId, (layer) => {
    const before = ownReply(layer, userId, id);
    editReply(layer, id, { text, mentions: mentions ?? before.mentions }, now);
    return ownReply(layer, userId, id);
  });
}

/** Deletes a reply; resolves when that is on disk. */
export async function deleteReply({ live, userId, id }: OwnReply): Promise<void> {
  await live.changeLayer(userId, (layer) => {
    ownReply(layer, userId, id);
    removeReply(layer, id);
  });
}

/** Votes, or takes the vote back with null. Resolves when that is on disk. */
export async function vote({ live, actor, ref, now }: There, wanted: Vote | null): Promise<void> {
  await live.changeLayer(actor.userId, (layer) => {
    if ((readVote(layer, ref)?.vote ?? null) !== wanted) castVote(layer, ref, wanted, now);
  });
}

/** Proposes another labelling, or takes the proposal back with null. Resolves when that is on disk. */
export async function proposeLabel(
  { live, actor, ref, now }: There,
  wanted: Labelling | null,
): Promise<void> {
  await live.changeLayer(actor.userId, (layer) => {
    const before = readProposal(layer, ref);
    if (before?.kind === wanted?.kind && before?.label === wanted?.label) return;
    propose(layer, ref, wanted, now);
  });
}

function ownReply(layer: Y.Doc, userId: string, id: string): Reply {
  const found = readReply(layer, userId, id);
  if (found === null) throw new Problem(404, "You have no such reply. It may be deleted.");
  return found;
}
