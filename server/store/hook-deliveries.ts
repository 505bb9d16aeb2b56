// What webhooks are sent: which delivery is due, of which events it is made, and what became of it.

import type { DeliveryState, HookFault } from "#domain/hook.ts";
import { newId } from "#domain/id.ts";
import type { Database } from "./database.ts";
import type { DeliveryRow, EventRow, StoredHook } from "./hook-tables.ts";

/** How many events one delivery tells at most. */
const AT_ONCE = 100;

/** How many deliveries are kept of each webhook, for its owners to see. */
const KEPT = 20;

/** A delivery that is due, with where it goes. */
export type Due = {
  readonly delivery: DeliveryRow;
  readonly hook: StoredHook;
};

/**
 * What is to be sent now: at most one delivery of each webhook, made of what has gathered for `gather`
 * milliseconds where none waits.
 */
export async function dueDeliveries(
  database: Database,
  { now, gather }: { readonly now: number; readonly gather: number },
): Promise<Due[]> {
  await bundle(database, now, now - gather);
  const deliveries = await database
    .selectFrom("hook_delivery")
    .where("next_at", "<=", now)
    .selectAll()
    .orderBy("next_at")
    .execute();
  const due = await Promise.all(deliveries.map((delivery) => withHook(database, delivery)));
  return due.flatMap((each) => each ?? []);
}

async function withHook(database: Database, delivery: DeliveryRow): Promise<Due | null> {
  const hook = await storedHook(database, delivery.hook_id);
  return hook && { delivery, hook };
}

export async function storedHook(database: Database, id: string): Promise<StoredHook | null> {
  const hook = await database
    .selectFrom("hook")
    .where("id", "=", id)
    .selectAll()
    .executeTakeFirst();
  return hook ?? null;
}

/** Makes a delivery for each webhook that has events from before `until` and none under way. */
async function bundle(database: Database, now: number, until: number): Promise<void> {
  const hooks = await database
    .selectFrom("hook_event")
    .where("delivery_id", "is", null)
    .where("hook_id", "not in", (query) =>
      query.selectFrom("hook_delivery").where("next_at", "is not", null).select("hook_id"),
    )
    .groupBy("hook_id")
    .having(({ fn }) => fn.min("at"), "<=", until)
    .select("hook_id")
    .execute();
  for (const { hook_id } of hooks) await bundleFor(database, hook_id, now);
}

async function bundleFor(database: Database, hook: string, now: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { missed } = await transaction
      .selectFrom("hook")
      .where("id", "=", hook)
      .select("missed")
      .executeTakeFirstOrThrow();
    const rows = await transaction
      .selectFrom("hook_event")
      .where("hook_id", "=", hook)
      .where("delivery_id", "is", null)
      .select("id")
      .orderBy("id")
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1)?.id ?? 0;
    const id = await addDelivery(transaction, hook, { events: rows.length, missed, now });
    await transaction
      .updateTable("hook_event")
      .set({ delivery_id: id })
      .where("hook_id", "=", hook)
      .where("delivery_id", "is", null)
      .where("id", "<=", last)
      .execute();
    await transaction.updateTable("hook").set({ missed: 0 }).where("id", "=", hook).execute();
  });
}

type NewDelivery = {
  readonly events: number;
  readonly missed: number;
  readonly now: number;
};

/** What a delivery is called; the other end tells by it what it had already. */
export const newDeliveryId = (): string => `msg_${newId()}`;

/** Makes a delivery and returns its id. */
async function addDelivery(
  database: Database,
  hook: string,
  { events, missed, now }: NewDelivery,
): Promise<string> {
  const id = newDeliveryId();
  await database
    .insertInto("hook_delivery")
    .values({
      ...{ id, hook_id: hook, made_at: now, events, missed, state: "waiting", next_at: now },
      ...{ tried_at: null, status: null, fault: null },
    })
    .execute();
  return id;
}

/** The events of a delivery, in the order in which they were noticed. */
export async function eventsIn(database: Database, delivery: string): Promise<EventRow[]> {
  return await database
    .selectFrom("hook_event")
    .where("delivery_id", "=", delivery)
    .selectAll()
    .orderBy("id")
    .execute();
}

/** How a try ended. */
export type Tried = {
  readonly state: DeliveryState;
  readonly at: number;
  /** When it is tried again; null: never. */
  readonly nextAt: number | null;
  /** What the other end answered; null: nothing. */
  readonly status: number | null;
  readonly fault: HookFault | null;
};

/** Writes down how a try ended. Returns false, and does nothing, when the delivery was given up meanwhile. */
export async function noteTry(
  database: Database,
  { id, hook_id }: DeliveryRow,
  { state, at, nextAt, status, fault }: Tried,
): Promise<boolean> {
  const noted = await database
    .updateTable("hook_delivery")
    .set(({ eb }) => ({
      ...{ state, status, fault, tried_at: at, next_at: nextAt },
      attempts: eb("attempts", "+", 1),
    }))
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .returning("id")
    .executeTakeFirst();
  if (noted === undefined) return false;
  if (state !== "waiting") await clearUp(database, id, hook_id);
  return true;
}

/** Keeps what became of a delivery that told of nothing, and was tried once. */
export async function keepTest(
  database: Database,
  hook: string,
  { id, at, status, fault, state }: Omit<Tried, "nextAt"> & { readonly id: string },
): Promise<void> {
  await database
    .insertInto("hook_delivery")
    .values({
      ...{ id, hook_id: hook, made_at: at, events: 0, missed: 0, attempts: 1 },
      ...{ state, next_at: null, tried_at: at, status, fault },
    })
    .execute();
  await clearUp(database, id, hook);
}

/** Forgets the events of a delivery that is over, and deliveries of long ago. */
async function clearUp(database: Database, delivery: string, hook: string): Promise<void> {
  await database.deleteFrom("hook_event").where("delivery_id", "=", delivery).execute();
  const last = database
    .selectFrom("hook_delivery")
    .where("hook_id", "=", hook)
    .select("id")
    .orderBy("made_at", "desc")
    .limit(KEPT);
  await database
    .deleteFrom("hook_delivery")
    .where("hook_id", "=", hook)
    .where("state", "!=", "waiting")
    .where("id", "not in", last)
    .execute();
}
