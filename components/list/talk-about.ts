// What was said about the annotation of one line, in numbers.

import { type CastVote, VOTES, type Vote } from "#domain/talk/talk.ts";

/** How many voted how. */
export function votesCast(votes: readonly CastVote[]): Record<Vote, number> {
  const count = (vote: Vote): number => votes.filter((each) => each.vote === vote).length;
  const [agree, disagree, unsure] = VOTES;
  return { agree: count(agree), disagree: count(disagree), unsure: count(unsure) };
}
