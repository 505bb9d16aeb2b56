// Spaces and what is set in them; who is in them is in members.ts.

import { sql } from "kysely";
import type { AuditVerb } from "#domain/audit.ts";
import { newId } from "#domain/id.ts";
import type { Role } from "#domain/person.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { FIRST_SETTINGS, type SpaceSettings, type Template } from "#domain/space.ts";
import { articlesIn } from "./articles.ts";
import { recordAct } from "./audit.ts";
import { type Database, rewriteDatabase } from "./database.ts";
import { forgetStandIns } from "./stand-ins.ts";

/** A space as one of its members sees it. */
export type Membership = {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
  readonly template: Template;
  readonly archived: boolean;
  readonly settings: SpaceSettings;
  readonly role: Role;
};

/** Somebody who does something, and when: milliseconds since 1970. */
export type By = { readonly userId: string; readonly at: number };

/** The spaces that a user is in, the oldest first. */
export async function spacesOf(database: Database, userId: string): Promise<Membership[]> {
  const rows = await database
    .selectFrom("member")
    .innerJoin("space", "space.id", "member.space_id")
    .where("member.user_id", "=", userId)
    .selectAll("space")
    .select("member.role")
    .orderBy("space.created_at")
    .orderBy("space.id")
    .execute();
  return rows.map(({ id, name, scheme, template, archived_at, role, ...settings }) => ({
    ...{ id, name, scheme, template, role },
    archived: archived_at !== null,
    settings: {
      articlesFrom: settings.articles_from,
      guestsAllowed: settings.guests_allowed === 1,
      waitingRoom: settings.waiting_room === 1,
      visibility: settings.visibility,
      namesShown: settings.names_shown === 1,
      endsOn: settings.ends_at === null ? null : dayOf(settings.ends_at),
      retentionDays: settings.retention_days,
    },
  }));
}

/** Makes a space with the first settings of its template, owned by who makes it. Returns its id. */
export async function makeSpace(
  database: Database,
  { name, template }: { readonly name: string; readonly template: Template },
  { userId, at }: By,
): Promise<string> {
  const id = newId();
  const row = { id, name, template, scheme: POSTIL_CORE.id, open_to_guests: 0, created_at: at };
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("space")
      .values({ ...row, ...columnsOf(FIRST_SETTINGS[template]) })
      .execute();
    await transaction
      .insertInto("member")
      .values({ space_id: id, user_id: userId, role: "owner", joined_at: at })
      .execute();
    const act = { spaceId: id, at, actorId: userId, verb: "space-created" } as const;
    await recordAct(transaction, { ...act, details: { template } });
  });
  return id;
}

type WantedSettings = { readonly [name in keyof SpaceSettings]?: SpaceSettings[name] | undefined };

/** A change of a space; what is absent stays as it is. */
export type SpaceChange = WantedSettings & {
  readonly name?: string | undefined;
  readonly archived?: boolean | undefined;
};

/** Makes a change, and writes down what was changed. */
export async function changeSpace(
  database: Database,
  before: Membership,
  change: SpaceChange,
  { userId, at }: By,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const { columns, verb, details } of stepsOf(before, change, at)) {
      await transaction.updateTable("space").set(columns).where("id", "=", before.id).execute();
      const act = { spaceId: before.id, at, actorId: userId, verb };
      await recordAct(transaction, { ...act, details: details ?? {} });
    }
  });
}

type Step = {
  readonly columns: Partial<Columns>;
  readonly verb: AuditVerb;
  readonly details?: Partial<SpaceSettings>;
};

/** What a change comes down to; nothing where all is as it is wanted. */
function stepsOf(before: Membership, change: SpaceChange, at: number): Step[] {
  const { name, archived, ...settings } = change;
  const steps: Step[] = [];
  if (name !== undefined && name !== before.name) {
    steps.push({ columns: { name }, verb: "space-renamed" });
  }
  if (archived !== undefined && archived !== before.archived) {
    const verb = archived ? "space-archived" : "space-restored";
    steps.push({ columns: { archived_at: archived ? at : null }, verb });
  }
  const details = changed(before.settings, settings);
  if (Object.keys(details).length > 0) {
    const columns = columnsOf({ ...before.settings, ...details });
    steps.push({ columns, verb: "settings-changed", details });
  }
  return steps;
}

type Columns = {
  name: string;
  archived_at: number | null;
  articles_from: SpaceSettings["articlesFrom"];
  guests_allowed: number;
  waiting_room: number;
  visibility: SpaceSettings["visibility"];
  names_shown: number;
  ends_at: number | null;
  retention_days: number | null;
};

const columnsOf = ({ visibility, ...settings }: SpaceSettings) => ({
  articles_from: settings.articlesFrom,
  guests_allowed: settings.guestsAllowed ? 1 : 0,
  waiting_room: settings.waitingRoom ? 1 : 0,
  visibility,
  names_shown: settings.namesShown ? 1 : 0,
  ends_at: settings.endsOn === null ? null : Date.parse(settings.endsOn),
  retention_days: settings.retentionDays,
});

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, "YYYY-MM-DD".length);

/** Those settings that are given and differ from before. */
function changed(before: SpaceSettings, wanted: WantedSettings): Partial<SpaceSettings> {
  const { articlesFrom, guestsAllowed, waitingRoom, visibility, namesShown } = wanted;
  const { endsOn, retentionDays } = wanted;
  return {
    ...(articlesFrom !== undefined && articlesFrom !== before.articlesFrom && { articlesFrom }),
    ...(guestsAllowed !== undefined && guestsAllowed !== before.guestsAllowed && { guestsAllowed }),
    ...(waitingRoom !== undefined && waitingRoom !== before.waitingRoom && { waitingRoom }),
    ...(visibility !== undefined && visibility !== before.visibility && { visibility }),
    ...(namesShown !== undefined && namesShown !== before.namesShown && { namesShown }),
    ...(endsOn !== undefined && endsOn !== before.endsOn && { endsOn }),
    ...(retentionDays !== undefined && retentionDays !== before.retentionDays && { retentionDays }),
  };
}

/** Makes a user an annotator of every space that is open to guests; who is in already keeps the role. */
export async function joinOpenSpaces(
  database: Database,
  userId: string,
  now: number,
): Promise<void> {
  await database
    .insertInto("member")
    .columns(["space_id", "user_id", "role", "joined_at"])
    .expression((query) =>
      query
        .selectFrom("space")
        .where("open_to_guests", "=", 1)
        .where("archived_at", "is", null)
        .select([
          "space.id",
          sql.val(userId).as("user_id"),
          sql<Role>`${"annotator" satisfies Role}`.as("role"),
          sql.val(now).as("joined_at"),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Makes a user the owner of every space, and writes it down where they were not. */
export async function ownAllSpaces(database: Database, userId: string, at: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const spaces = await transaction
      .selectFrom("space")
      .leftJoin("member", (join) =>
        join.onRef("member.space_id", "=", "space.id").on("member.user_id", "=", userId),
      )
      .select(["space.id", "member.role"])
      .execute();
    for (const { id: spaceId, role: before } of spaces) {
      if (before === "owner") continue;
      await transaction
        .insertInto("member")
        .values({ space_id: spaceId, user_id: userId, role: "owner", joined_at: at })
        .onConflict((conflict) => conflict.doUpdateSet({ role: "owner" }))
        .execute();
      const verb = before === null ? "joined" : "role-changed";
      const act = { spaceId, at, actorId: userId, verb, subjectId: userId } as const;
      await recordAct(transaction, { ...act, details: { before, after: "owner" } });
    }
  });
}

export async function isThere(database: Database, spaceId: string): Promise<boolean> {
  const space = await database
    .selectFrom("space")
    .where("id", "=", spaceId)
    .select("id")
    .executeTakeFirst();
  return space !== undefined;
}

/**
 * Forgets a space with everything that the database knows of it; what stood in its rows is in no file
 * afterwards. Returns false, and forgets nothing, when there is an article in it that is not among
 * `gone`: it came while the others went. Rejects with BeingRead.
 */
export async function forgetSpace(
  database: Database,
  spaceId: string,
  gone: ReadonlySet<string>,
): Promise<boolean> {
  const isForgotten = await database.transaction().execute(async (transaction) => {
    const articles = await articlesIn(transaction, spaceId);
    if (!articles.every((id) => gone.has(id))) return false;
    await forgetStandIns(transaction, spaceId);
    await transaction.deleteFrom("space").where("id", "=", spaceId).execute();
    return true;
  });
  if (isForgotten) await rewriteDatabase(database);
  return isForgotten;
}
