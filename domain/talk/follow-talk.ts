// Keeps the index of talk in step with live documents.

import type * as Y from "yjs";
import {
  readDecisions,
  readHiding,
  readReplyHiding,
  readResolution,
  watchState,
} from "./article-state.ts";
import { readProposal, readReply, readTalk, readVote, watchTalk } from "./talk.ts";
import type { TalkIndex } from "./talk-index.ts";

/**
 * Puts in what `author` said in this layer, now and later. Returns the function that stops it and takes
 * all of it out again.
 */
export function followLayer(index: TalkIndex, author: string, layer: Y.Doc): () => void {
  index.putAll(author, readTalk(layer, author));
  const stop = watchTalk(layer, ({ replies, votes, proposals }) =>
    index.together(() => {
      for (const id of replies) index.putReply(author, id, readReply(layer, author, id));
      for (const ref of votes) index.putVote(author, ref, readVote(layer, ref));
      for (const ref of proposals) index.putProposal(author, ref, readProposal(layer, ref));
    }),
  );
  return () => {
    stop();
    const { replies, votes, proposals } = readTalk(layer, author);
    index.together(() => {
      for (const { id } of replies) index.putReply(author, id, null);
      for (const ref of votes.keys()) index.putVote(author, ref, null);
      for (const ref of proposals.keys()) index.putProposal(author, ref, null);
    });
  };
}

/**
 * Puts in what was decided in this state, from now on. Returns the function that stops it and takes all
 * of it out again.
 */
export function followState(index: TalkIndex, state: Y.Doc): () => void {
  const stop = watchState(state, ({ annotations, replies }) =>
    index.together(() => {
      for (const ref of annotations) {
        const [resolved, hidden] = [readResolution(state, ref), readHiding(state, ref)];
        index.putDecisions(ref, { resolved, hidden });
      }
      for (const ref of replies) index.putReplyHiding(ref, readReplyHiding(state, ref));
    }),
  );
  return () => {
    stop();
    const { resolved, hidden, hiddenReplies } = readDecisions(state);
    index.together(() => {
      for (const ref of [...resolved.keys(), ...hidden.keys()]) {
        index.putDecisions(ref, { resolved: null, hidden: null });
      }
      for (const ref of hiddenReplies.keys()) index.putReplyHiding(ref, null);
    });
  };
}
