// The audit list of each space: written with what it tells of, in the same transaction, and never changed.

import { z } from "zod";
import type { AuditVerb } from "#domain/audit.ts";
import type { HookEvent } from "#domain/hook.ts";
import type { Database } from "./database.ts";
import { queueEvents } from "./hook-events.ts";

/** Something that was done, as it is written down. */
export type Act = {
  /** Null for what belongs to no space. */
  readonly spaceId: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A user id; null when no person did it. */
  readonly actorId: string | null;
  readonly verb: AuditVerb;
  /** The user, article or invite that it was done to; absent: the space itself. */
  readonly subjectId?: string;
  /**
   * What else is to be known, such as a role before and after. Never a name or a word that somebody
   * wrote: whoever is erased must not be found in here.
   */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** An act as it was written down. The ids count up. */
export type AuditEntry = Omit<Required<Act>, "subjectId"> & {
  readonly id: number;
  readonly subjectId: string | null;
};

/** Writes an act down, and has webhooks tell of it. Give it the transaction in which the act itself is stored. */
export async function recordAct(
  database: Database,
  { spaceId, at, actorId, verb, subjectId, details = {} }: Act,
): Promise<void> {
  await database
    .insertInto("audit")
    .values({
      space_id: spaceId,
      at,
      actor_id: actorId,
      verb,
      subject_id: subjectId ?? null,
      details: JSON.stringify(details),
    })
    .execute();
  const type = TOLD.get(verb);
  if (spaceId === null || subjectId === undefined || type === undefined) return;
  const subject = verb.startsWith("article-") ? { articleId: subjectId } : { userId: subjectId };
  await queueEvents(database, spaceId, [{ type, at, ...subject }]);
}

/** What webhooks tell of what is written down. */
const TOLD: ReadonlyMap<AuditVerb, HookEvent> = new Map([
  ["joined", "member.joined"],
  ["admitted", "member.joined"],
  ["returned", "member.joined"],
  ["left", "member.left"],
  ["removed", "member.left"],
  ["role-changed", "member.changed"],
  ["article-archived", "article.archived"],
  ["article-restored", "article.restored"],
  ["article-moved", "article.moved"],
]);

const detailsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

/** What was done in a space, the latest first: at most `most` acts before the one with the id `before` (null: up to now). */
export async function actsIn(
  database: Database,
  spaceId: string,
  { before, most }: { readonly before: number | null; readonly most: number },
): Promise<AuditEntry[]> {
  const rows = await database
    .selectFrom("audit")
    .selectAll()
    .where("space_id", "=", spaceId)
    .$if(before !== null, (query) => query.where("id", "<", before ?? 0))
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  return rows.map(({ space_id, actor_id, subject_id, details, ...row }) => ({
    ...row,
    spaceId: space_id,
    actorId: actor_id,
    subjectId: subject_id,
    details: detailsSchema.parse(JSON.parse(details)),
  }));
}
