// What was said and decided about annotations, as the asker sees it.

import { refTo } from "#domain/annotation/annotation-ref.ts";
import type { LayerTalk } from "#domain/talk/talk.ts";
import { type Talk, TalkIndex } from "#domain/talk/talk-index.ts";
import type { LiveArticle, SeesLayer } from "../rooms/live-article.ts";

/** About all annotations. */
export function talkAboutAll(live: LiveArticle, sees: SeesLayer): TalkIndex {
  const index = new TalkIndex();
  const { resolved, hidden, hiddenReplies } = live.decisions();
  for (const [author, talk] of live.talk(sees)) index.putAll(author, talk);
  for (const [reply, hiding] of hiddenReplies) index.putReplyHiding(reply, hiding);
  for (const ref of [...resolved.keys(), ...hidden.keys()]) {
    index.putDecisions(ref, {
      resolved: resolved.get(ref) ?? null,
      hidden: hidden.get(ref) ?? null,
    });
  }
  return index;
}

/** About one annotation. */
export function talkAbout(
  live: LiveArticle,
  sees: SeesLayer,
  { author, id }: { readonly author: string; readonly id: string },
): Talk {
  const ref = refTo(author, id);
  const index = new TalkIndex();
  for (const [speaker, talk] of live.talk(sees)) index.putAll(speaker, only(ref, talk));
  const { resolved, hidden, hiddenReplies } = live.decisions();
  for (const [reply, hiding] of hiddenReplies) index.putReplyHiding(reply, hiding);
  return {
    ...index.about(ref),
    resolved: resolved.get(ref) ?? null,
    hidden: hidden.get(ref) ?? null,
  };
}

function only(ref: string, { replies, votes, proposals }: LayerTalk): LayerTalk {
  const [vote, proposal] = [votes.get(ref), proposals.get(ref)];
  return {
    replies: replies.filter(({ to }) => to === ref),
    votes: new Map(vote ? [[ref, vote]] : []),
    proposals: new Map(proposal ? [[ref, proposal]] : []),
  };
}
