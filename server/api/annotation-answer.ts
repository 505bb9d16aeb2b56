// Annotations as the API tells them, with the names of all who had a part in them.

import type { z } from "zod";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import type { Deed, Hiding } from "#domain/talk/article-state.ts";
import { type Reply, VOTES, type Vote } from "#domain/talk/talk.ts";
import { standingOf, type Talk, type ToldReply } from "#domain/talk/talk-index.ts";
import type { Sight } from "../access/sight.ts";
import type { Visitors } from "../access/visitors.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { inTurns } from "../turns.ts";
import { talkAbout, talkAboutAll } from "./gather-talk.ts";
import type { annotationShape } from "./shapes.ts";
import type { replyShape } from "./talk-shapes.ts";

type AnnotationAnswer = z.infer<typeof annotationShape>;
type ReplyAnswer = z.infer<typeof replyShape>;

/** From a user id to the name, which is null for somebody who was removed. */
export type Names = (id: string) => { readonly id: string; readonly name: string | null };

type Told = { readonly placed: Placed; readonly talk: Talk };

/** Whom the answer is for, and who knows names. */
export type Asker = { readonly sight: Sight; readonly visitors: Visitors };

/** All of these annotations, in the same order. */
export async function answerAll(
  live: LiveArticle,
  all: readonly Placed[],
  asker: Asker,
): Promise<AnnotationAnswer[]> {
  const index = talkAboutAll(live, asker.sight.sees);
  const told = await inTurns(all, (placed) => {
    const { author, id } = placed.annotation;
    return { placed, talk: index.about(refTo(author, id)) };
  });
  const named = await inTurns(told, namedIn);
  const names = await namesFor(named.flat(), asker);
  return await inTurns(told, (each) => annotationAnswer(each, names));
}

export async function answerOne(
  live: LiveArticle,
  placed: Placed,
  asker: Asker,
): Promise<AnnotationAnswer> {
  const talk = talkAbout(live, asker.sight.sees, placed.annotation);
  const names = await namesFor(namedIn({ placed, talk }), asker);
  return annotationAnswer({ placed, talk }, names);
}

export async function answerReply(
  live: LiveArticle,
  reply: Reply,
  asker: Asker,
): Promise<ReplyAnswer> {
  const hidden = live.decisions().hiddenReplies.get(refTo(reply.author, reply.id)) ?? null;
  const told = { ...reply, hidden };
  return replyAnswer(told, await namesFor(namedInReply(told), asker));
}

/** The user ids that an answer names. */
function namedIn({ placed, talk }: Told): string[] {
  const { replies, votes, proposals, resolved, hidden } = talk;
  const deeds = [resolved, hidden].filter((deed) => deed !== null);
  return [
    placed.annotation.author,
    ...[...votes, ...proposals].map(({ author }) => author),
    ...replies.flatMap(namedInReply),
    ...deeds.map(({ by }) => by),
  ];
}

const namedInReply = ({ author, hidden }: ToldReply): string[] =>
  hidden ? [author, hidden.by] : [author];

/** Looks all of these people up, as the asker knows them. */
export async function namesFor(ids: readonly string[], { sight, visitors }: Asker): Promise<Names> {
  const people = await visitors.people([...new Set(ids)]);
  const names = new Map(people.map((person) => [person.id, sight.knownAs(person)?.name]));
  return (id) => ({ id, name: names.get(id) ?? null });
}

function annotationAnswer({ placed: { annotation, range }, talk }: Told, names: Names) {
  const { id, kind, label, note, attributes, author, createdAt, anchor } = annotation;
  return {
    ...{ id, kind, label, note, attributes: { ...attributes } },
    ...{ quote: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix },
    start: range?.start ?? null,
    end: range?.end ?? null,
    orphan: range === null,
    author: names(author),
    createdAt: toIso(createdAt),
    replies: talk.replies.map((reply) => replyAnswer(reply, names)),
    votes: countVotes(talk),
    voters: talk.votes.map(({ author, vote, at }) => ({ by: names(author), vote, at: toIso(at) })),
    proposals: talk.proposals.map((proposal) => ({
      ...{ kind: proposal.kind, label: proposal.label, standing: standingOf(proposal, annotation) },
      ...{ by: names(proposal.author), at: toIso(proposal.at) },
    })),
    resolved: talk.resolved && deedAnswer(talk.resolved, names),
    hidden: hidingAnswer(talk.hidden, names),
  };
}

function replyAnswer(reply: ToldReply, names: Names): ReplyAnswer {
  const { id, author, text, mentions, createdAt, editedAt, hidden } = reply;
  return {
    ...{ id, author: names(author), text, mentions: [...mentions] },
    createdAt: toIso(createdAt),
    editedAt: editedAt === null ? null : toIso(editedAt),
    hidden: hidingAnswer(hidden, names),
  };
}

const deedAnswer = ({ by, at }: Deed, names: Names) => ({ by: names(by), at: toIso(at) });

const hidingAnswer = (hiding: Hiding | null, names: Names) =>
  hiding && { ...deedAnswer(hiding, names), reason: hiding.reason };

function countVotes({ votes }: Talk): Record<Vote, number> {
  const count = (wanted: Vote): number => votes.filter(({ vote }) => vote === wanted).length;
  const [agree, disagree, unsure] = VOTES;
  return { agree: count(agree), disagree: count(disagree), unsure: count(unsure) };
}

const toIso = (moment: number): string => new Date(moment).toISOString();
