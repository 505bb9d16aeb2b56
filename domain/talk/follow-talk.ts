// Keeps the index of talk in step with live documents.

import type * as Y from "yjs";
import { readHiding, readReplyHiding, readResolution, watchState } from "./article-state.ts";
import { readProposal, readReply, readTalk, readVote, watchTalk } from "./talk.ts";
import type { TalkIndex } from "./talk-index.ts";

/** Puts in what `author` said in this layer, now and later. Returns the function that stops it. */
export function followLayer(index: TalkIndex, author: string, layer: Y.Doc): () => void {
  index.putAll(author, readTalk(layer, author));
  return watchTalk(layer, ({ replies, votes, proposals }) =>
    index.together(() => {
      for (const id of replies) index.putReply(author, id, readReply(layer, author, id));
      for (const ref of votes) index.putVote(author, ref, readVote(layer, ref));
      for (const ref of proposals) index.putProposal(author, ref, readProposal(layer, ref));
    }),
  );
}

/** Puts in what was decided in this state, from now on. Returns the function that stops it. */
export function followState(index: TalkIndex, state: Y.Doc): () => void {
  return watchState(state, ({ annotations, replies }) =>
    index.together(() => {
      for (const ref of annotations) {
        const [resolved, hidden] = [readResolution(state, ref), readHiding(state, ref)];
        index.putDecisions(ref, { resolved, hidden });
      }
      for (const ref of replies) index.putReplyHiding(ref, readReplyHiding(state, ref));
    }),
  );
}
