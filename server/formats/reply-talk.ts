// What formats tell of a talk that know replies and nothing else.

import type { ReadReply, ReadTalk } from "./read-article.ts";

/** A talk of nothing but these replies. */
export function talkOfReplies(replies: readonly ReadReply[]): ReadTalk {
  return { replies, votes: [], proposals: [], resolved: null, hidden: null };
}

/** A reply that was neither edited nor hidden, as far as the file tells. */
export function plainReply(told: Pick<ReadReply, "by" | "text" | "created">): ReadReply {
  return { ...told, edited: null, mentions: [], hidden: null };
}
