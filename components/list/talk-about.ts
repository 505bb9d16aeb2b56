// What was said about the annotation of one line.

import { useMemo } from "react";
import { type CastVote, VOTES, type Vote } from "#domain/talk.ts";
import type { Talk } from "#domain/talk-index.ts";
import type { ArticleTalk } from "../session/article-talk.ts";
import { useReadable } from "../session/use-readable.ts";

export function useTalkAbout(talk: ArticleTalk, ref: string): Talk {
  return useReadable(useMemo(() => talk.about(ref), [talk, ref]));
}

/** How many voted how. */
export function votesCast(votes: readonly CastVote[]): Record<Vote, number> {
  const count = (vote: Vote): number => votes.filter((each) => each.vote === vote).length;
  const [agree, disagree, unsure] = VOTES;
  return { agree: count(agree), disagree: count(disagree), unsure: count(unsure) };
}
