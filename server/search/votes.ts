// What changed about the votes of one person: on which annotations they voted otherwise than before.

import { z } from "zod";
import { ownerIn, refTo } from "#domain/annotation/annotation-ref.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import type { Database } from "../store/database.ts";
import type { Happening } from "../store/hook-events.ts";
import { shownAnnotations } from "../store/passages.ts";

const votesSchema = z.record(z.string(), z.string());

/** What the owner of a layer voted, by the reference of the annotation, as JSON. */
export function votesIn(live: LiveArticle, room: string): string {
  const votes = [...(live.talk((owner) => owner === room).get(room)?.votes ?? [])];
  return JSON.stringify(Object.fromEntries(votes.map(([ref, { vote }]) => [ref, vote])));
}

/**
 * The annotations on which another vote, one more or one less stands. Those that are hidden or gone are
 * left out, and nothing says who voted. `before` is null when nobody knows.
 */
export function votedOn(
  live: LiveArticle,
  {
    before,
    now,
    at,
  }: { readonly before: string | null; readonly now: string; readonly at: number },
): Happening[] {
  if (before === null || before === now) return [];
  const [old, votes] = [votesSchema.parse(JSON.parse(before)), votesSchema.parse(JSON.parse(now))];
  const refs = new Set(Object.keys({ ...old, ...votes }).filter((ref) => old[ref] !== votes[ref]));
  const owners = new Set([...refs].map(ownerIn));
  const { hidden } = live.decisions();
  return live
    .annotations((owner) => owners.has(owner))
    .filter(({ author, id }) => refs.has(refTo(author, id)) && !hidden.has(refTo(author, id)))
    .map(({ author: userId, id: place }) => ({
      ...{ articleId: live.id, userId, place, at },
      type: "annotation.voted",
    }));
}

/** The annotations of an article that had the vote of somebody who is gone. `votes` is null when nobody knows. */
export async function votesLost(
  database: Database,
  articleId: string,
  { votes, at }: { readonly votes: string | null; readonly at: number },
): Promise<Happening[]> {
  const refs = new Set(Object.keys(votesSchema.parse(JSON.parse(votes ?? "{}"))));
  if (refs.size === 0) return [];
  const shown = await shownAnnotations(database, articleId, [...refs].map(ownerIn));
  return shown
    .filter(({ author, place }) => refs.has(refTo(author, place)))
    .map(({ author: userId, place }) => ({
      ...{ articleId, userId, place, at },
      type: "annotation.voted",
    }));
}
