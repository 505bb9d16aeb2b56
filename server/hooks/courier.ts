// Delivers what webhooks tell: gathered, one delivery of each webhook after the other, tried again for a
// day, and given up then.

import type { DeliveryState } from "#domain/hook.ts";
import { Lane } from "../import/lane.ts";
import type { ServerLog } from "../log.ts";
import type { Database } from "../store/database.ts";
import {
  type Due,
  dueDeliveries,
  eventsIn,
  keepTest,
  newDeliveryId,
  noteTry,
  storedHook,
} from "../store/hook-deliveries.ts";
import { activeHooks } from "../store/hook-events.ts";
import { dropOldSecrets, secretsOf } from "../store/hook-secrets.ts";
import type { StoredHook } from "../store/hook-tables.ts";
import { dropRemovedHooks, endHook } from "../store/hooks.ts";
import { deliveryBody, farewellBody, testBody } from "./delivery-body.ts";
import { type Letter, type Outcome, Sender, type SenderOptions } from "./sender.ts";
import { type Signed, signatureHeaders } from "./signature.ts";

/** How long events are gathered before they are told, in milliseconds. */
const GATHER = 10_000;

/** How often is looked what is due, in milliseconds. */
const LOOK = 2000;

/** How many webhooks may have something under way; the others wait. Each is a socket and some 100 KB. */
const BUSY = 100;

/** How many tests and farewells are sent at once, and may wait for that: deliveries do not keep them waiting. */
const [ASIDE, MORE_ASIDE] = [10, 50];

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** How long is waited after each try that failed, in milliseconds: a day in all. */
const PAUSES = [
  ...[10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 8 * HOUR],
];

export type CourierOptions = SenderOptions & {
  /** How often is looked what is due, in milliseconds; tests do not wait so long. */
  readonly every?: number;
};

type CourierParts = CourierOptions & {
  readonly database: Database;
  /** The origin under which people reach the server. */
  readonly url: string;
  readonly report: ServerLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export class Courier {
  readonly #parts: CourierParts;
  readonly #sender: Sender;
  /** The webhooks that are being sent something. */
  readonly #busy = new Set<string>();
  readonly #aside = new Lane(ASIDE, MORE_ASIDE);
  readonly #stopped = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  readonly #sending = new Set<Promise<void>>();

  constructor(parts: CourierParts) {
    this.#parts = parts;
    this.#sender = new Sender(parts);
  }

  start(): void {
    this.#timer = setInterval(() => void this.#look(), this.#parts.every ?? LOOK).unref();
  }

  /** Begins nothing any more and ends what is under way: it is tried again after the next start. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#stopped.abort(new Error("the server stops"));
    await this.#looking;
    await Promise.all(this.#sending);
    this.#sender.close();
  }

  /** Sends something that says nothing, once. Null: there is no such webhook. Rejects with LaneFull. */
  async test(id: string): Promise<Outcome | null> {
    const hook = await storedHook(this.#parts.database, id);
    if (hook === null) return null;
    return await this.#aside.run(this.#stopped.signal, () => this.#testNow(hook));
  }

  async #testNow(hook: StoredHook): Promise<Outcome> {
    const { database, now } = this.#parts;
    const sent = { id: newDeliveryId(), at: now() };
    const outcome = await this.#post(hook, { ...sent, body: testBody(hook.space_id, sent.at) });
    const state = hasArrived(outcome) ? "done" : "failed";
    await keepTest(database, hook.id, { ...sent, ...outcome, state });
    return outcome;
  }

  /**
   * Begins to tell the webhooks of a space that it is gone. What is returned, to be called once it is, does
   * it: nothing of the space is kept, so each is told once, and whoever does not hear it is not told again.
   */
  async farewell(spaceId: string): Promise<() => void> {
    const { database, now } = this.#parts;
    const at = now();
    const body = farewellBody(spaceId, at);
    const hooks = await activeHooks(database, spaceId);
    const letters = await Promise.all(
      hooks.map((hook) => this.#letter(hook, { id: newDeliveryId(), at, body })),
    );
    const { signal } = this.#stopped;
    return () => {
      for (const letter of letters) {
        this.#keep(this.#aside.run(signal, () => this.#sender.send(letter, signal)));
      }
    };
  }

  #look(): Promise<void> {
    this.#looking ??= this.#lookNow()
      .catch((error: unknown) => this.#parts.report.error({ err: error }, "webhooks failed"))
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  async #lookNow(): Promise<void> {
    const { database, now } = this.#parts;
    await dropRemovedHooks(database, now());
    await dropOldSecrets(database, now());
    for (const due of await dueDeliveries(database, { now: now(), gather: GATHER })) {
      if (this.#busy.size >= BUSY) return;
      if (this.#busy.has(due.hook.id)) continue;
      this.#busy.add(due.hook.id);
      this.#keep(this.#deliver(due).finally(() => this.#busy.delete(due.hook.id)));
    }
  }

  /** Has a stop wait for what is under way. */
  #keep(work: Promise<unknown>): void {
    const sending = work
      .then(() => {})
      .catch((error: unknown) => {
        if (!this.#stopped.signal.aborted)
          this.#parts.report.error({ err: error }, "a webhook failed");
      })
      .finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
  }

  async #deliver(due: Due): Promise<void> {
    const { database, url, now } = this.#parts;
    const { id } = due.delivery;
    const body = deliveryBody(due, await eventsIn(database, id), url);
    const outcome = await this.#post(due.hook, { id, at: now(), body });
    const pause = PAUSES[due.delivery.attempts] ?? null;
    await this.#note(due, outcome, isGone(outcome) ? null : pause);
  }

  async #post(hook: StoredHook, signed: Signed): Promise<Outcome> {
    return await this.#sender.send(await this.#letter(hook, signed), this.#stopped.signal);
  }

  async #letter(hook: StoredHook, signed: Signed): Promise<Letter> {
    const headers = {
      ...{ "content-type": "application/json", "user-agent": "Postil/1.0" },
      ...signatureHeaders(await secretsOf(this.#parts.database, hook, signed.at), signed),
    };
    return { address: hook.url, headers, body: signed.body };
  }

  /** Writes down how it ended. `pause` is how long is waited for another try; null: there is none. */
  async #note({ delivery, hook }: Due, outcome: Outcome, pause: number | null): Promise<void> {
    const { database, now } = this.#parts;
    const at = now();
    const state: DeliveryState = hasArrived(outcome)
      ? "done"
      : pause === null
        ? "failed"
        : "waiting";
    const nextAt = state === "waiting" ? at + (pause ?? 0) : null;
    await database.transaction().execute(async (transaction) => {
      const tried = { ...outcome, state, at, nextAt };
      if (!(await noteTry(transaction, delivery, tried)) || state !== "failed") return;
      const why = isGone(outcome) ? "gone" : "failing";
      await endHook(transaction, { spaceId: hook.space_id, id: hook.id }, why, at);
    });
  }
}

const hasArrived = ({ status }: Outcome): boolean =>
  status !== null && status >= 200 && status < 300;

/** The other end says that it is not there any more. */
const isGone = ({ status }: Outcome): boolean => status === 410;
