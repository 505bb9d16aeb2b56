// How a decision about an annotation is written into the state.

import type * as Y from "yjs";
import { readRef, refTo } from "#domain/annotation-ref.ts";
import { forgetDecisions } from "#domain/article-state.ts";
import type { Verb } from "../access/authorize.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import type { There } from "./annotation-there.ts";
import { demand } from "./guard.ts";

/**
 * Writes a decision that the actor may take, and forgets what was decided about annotations that are
 * gone. Resolves when that is on disk; ends the request with 403 where the actor may not.
 */
export async function decide(
  there: There,
  verb: Verb,
  write: (state: Y.Doc, there: There) => void,
): Promise<void> {
  const { live, actor, annotation } = there;
  demand(actor, verb, { type: "annotation", author: annotation.author });
  await live.changeState((state) => {
    write(state, there);
    forgetDecisions(state, goneFrom(live));
  });
}

/** Whether an annotation exists no more; nothing is known of one whose layer cannot be read. */
function goneFrom(live: LiveArticle): (ref: string) => boolean {
  const all = live.annotations(() => true);
  const refs = new Set(all.map(({ author, id }) => refTo(author, id)));
  return (ref) => !refs.has(ref) && !live.isSetAside(readRef(ref)?.owner ?? "");
}
