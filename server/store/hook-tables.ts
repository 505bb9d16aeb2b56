// The tables of webhooks. Times are milliseconds since 1970.

import type { Generated, Selectable } from "kysely";
import type { DeliveryState, HookEnd, HookEvent, HookFault } from "#domain/hook.ts";

export type HookTables = {
  /** Where a space tells other programs of what happens in it. */
  hook: {
    readonly id: string;
    readonly space_id: string;
    url: string;
    /** What deliveries are signed with, as its owner was told it. */
    secret: string;
    /** What it wants to know of (`HookTopic`), as JSON. */
    topics: string;
    made_by: string | null;
    readonly made_at: number;
    /** When and why it was switched off; null while it is on. */
    ended_at: number | null;
    ended_why: HookEnd | null;
    /** Null unless it was removed a moment ago. */
    removed_at: number | null;
    /** How many events found the queue full since the last delivery was made. */
    missed: Generated<number>;
  };
  /** The secrets of before, with which deliveries are signed, too, until `ends_at`. */
  hook_secret: { readonly hook_id: string; readonly secret: string; readonly ends_at: number };
  /** What is still to be told by a webhook. */
  hook_event: {
    readonly id: Generated<number>;
    readonly hook_id: string;
    /** Null while it waits for its delivery. */
    delivery_id: string | null;
    readonly at: number;
    readonly type: HookEvent;
    readonly article_id: string | null;
    /** Whom it is about. */
    readonly user_id: string | null;
    /** The id of an annotation or a reply. */
    readonly place: string | null;
  };
  /** What was sent to a webhook, or is to be sent again. */
  hook_delivery: {
    readonly id: string;
    readonly hook_id: string;
    readonly made_at: number;
    /** How many it tells, and how many before it were missed. */
    readonly events: number;
    readonly missed: number;
    attempts: Generated<number>;
    state: DeliveryState;
    /** When it is tried next; null when that is over. */
    next_at: number | null;
    tried_at: number | null;
    /** What was answered to the last try; null: nothing. */
    status: number | null;
    fault: HookFault | null;
  };
};

/** A webhook with its secret. */
export type StoredHook = Selectable<HookTables["hook"]>;

export type DeliveryRow = Selectable<HookTables["hook_delivery"]>;

export type EventRow = Selectable<HookTables["hook_event"]>;
