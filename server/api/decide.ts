// How a decision about an annotation or a reply is written into the state.

import type * as Y from "yjs";
import { readRef, refTo } from "#domain/annotation/annotation-ref.ts";
import { forgetMoved } from "#domain/annotation/moved-anchors.ts";
import { forgetDecisions, type Gone } from "#domain/talk/article-state.ts";
import type { Verb } from "../access/authorize.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import type { There } from "./annotation-there.ts";
import { demand } from "./guard.ts";

/** As `writeDecision`, about an annotation; ends the request with 403 where the actor may not take it. */
export async function decide(
  there: There,
  verb: Verb,
  write: (state: Y.Doc, there: There) => void,
): Promise<void> {
  const { live, actor, annotation } = there;
  demand(actor, verb, { type: "annotation", author: annotation.author });
  await writeDecision(live, (state) => write(state, there));
}

/**
 * Writes a decision that may be taken, and forgets what the state says of annotations and replies
 * that are gone. Resolves when that is on disk.
 */
export async function writeDecision(
  live: LiveArticle,
  write: (state: Y.Doc) => void,
): Promise<void> {
  await live.changeState((state) => {
    write(state);
    const isGone = goneFrom(
      live,
      live.annotations(() => true),
    );
    const replies = [...live.talk(() => true).values()].flatMap((talk) => talk.replies);
    forgetDecisions(state, { annotation: isGone, reply: goneFrom(live, replies) });
    forgetMoved(state, isGone);
  });
}

/** Tells of a reference whether nothing of `all` has it; nothing is known of what lies in a layer that cannot be read. */
function goneFrom(
  live: LiveArticle,
  all: readonly { readonly author: string; readonly id: string }[],
): Gone["annotation"] {
  const refs = new Set(all.map(({ author, id }) => refTo(author, id)));
  return (ref) => !refs.has(ref) && !live.isSetAside(readRef(ref)?.owner ?? "");
}
