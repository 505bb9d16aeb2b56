// Undoes what a take-over did that failed, or that the end of the process cut off: nothing of it stays.

import { ownerIn, readRef, refTo } from "#domain/annotation/annotation-ref.ts";
import { removeAnnotation } from "#domain/annotation/layer.ts";
import { forgetDecisions } from "#domain/talk/article-state.ts";
import { castVote, type LayerTalk, propose, removeReply } from "#domain/talk/talk.ts";
import { type LiveArticle, NoSuchRoom } from "../rooms/live-article.ts";
import { forgetUser } from "../store/erasures.ts";
import { endTaking, openTakings, type Taking } from "../store/takings.ts";
import type { Services } from "./services.ts";

type Parts = Pick<Services, "database" | "rooms" | "report">;

/** Undoes all that was begun and never ended. Never rejects: what cannot be undone is reported, and tried again at the next start. */
export async function undoDeadTakings(parts: Parts): Promise<void> {
  for (const taking of await openTakings(parts.database)) await undoTaking(parts, taking);
}

/** The same of one, unless it has ended. */
export async function undoTaking(parts: Parts, { id }: Pick<Taking, "id">): Promise<void> {
  const { database, rooms, report } = parts;
  try {
    const taking = (await openTakings(database)).find((each) => each.id === id);
    if (taking === undefined) return;
    for (const article of taking.articles) await rooms.remove(article);
    for (const [article, refs] of Object.entries(taking.annotations)) {
      await rooms.use(article, (live) => takeBack(live, taking.owners, refs)).catch(unlessGone);
    }
    for (const userId of taking.standIns) await forgetUser(database, userId);
    await endTaking(database, id);
  } catch (error) {
    report.error({ err: error }, "what was taken over half-way could not be undone");
  }
}

/** An article that somebody deleted holds nothing any more. */
function unlessGone(error: unknown): void {
  if (!(error instanceof NoSuchRoom)) throw error;
}

const NOTHING_SAID: LayerTalk = { replies: [], votes: new Map(), proposals: new Map() };

/** Takes annotations out of an article, with all that these people said of them and everybody decided. */
async function takeBack(
  live: LiveArticle,
  owners: readonly string[],
  refs: readonly string[],
): Promise<void> {
  const meant = new Set(refs);
  const talk = live.talk((owner) => owners.includes(owner));
  const replies = new Set<string>();
  for (const owner of owners) {
    const said = saidOf(talk.get(owner) ?? NOTHING_SAID, meant);
    for (const id of said.replies) replies.add(refTo(owner, id));
    const ids = refs.filter((ref) => ownerIn(ref) === owner).flatMap((ref) => readRef(ref) ?? []);
    await live.changeLayer(owner, (layer) => {
      for (const { id } of ids) removeAnnotation(layer, id);
      for (const id of said.replies) removeReply(layer, id);
      for (const ref of said.votes) castVote(layer, ref, null, 0);
      for (const ref of said.proposals) propose(layer, ref, null, 0);
    });
  }
  await live.changeState((state) =>
    forgetDecisions(state, {
      annotation: (ref) => meant.has(ref),
      reply: (ref) => replies.has(ref),
    }),
  );
}

/** What somebody said of these annotations: replies by id, the rest by reference. */
function saidOf({ replies, votes, proposals }: LayerTalk, meant: ReadonlySet<string>) {
  return {
    replies: replies.filter(({ to }) => meant.has(to)).map(({ id }) => id),
    votes: [...votes.keys()].filter((ref) => meant.has(ref)),
    proposals: [...proposals.keys()].filter((ref) => meant.has(ref)),
  };
}
