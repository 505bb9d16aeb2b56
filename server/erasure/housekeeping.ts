// What the server does by itself about what is to be forgotten: erasures that were ordered, guests of
// spaces that ended long ago, addresses that were invited and did not come, what was taken away and
// not brought back, and what people brought in and did not take.

import { rm } from "node:fs/promises";
import type { ServerLog } from "../log.ts";
import { forgetOldCodes } from "../store/class-codes.ts";
import type { Database } from "../store/database.ts";
import { orderAgain } from "../store/erasures.ts";
import { forgetOldInvites } from "../store/forget-invites.ts";
import { dropOldImports } from "../store/imports.ts";
import { forgetOldRemovals } from "../store/removals.ts";
import { guestsPastRetention } from "../store/retention.ts";
import { forgetOldTickets } from "../store/tickets.ts";
import type { Eraser } from "./eraser.ts";
import { readLedger } from "./ledger.ts";

/** How often orders are looked at, in milliseconds. */
const LOOK = 60_000;

/** How often retention is looked at, in milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

type HousekeepingParts = {
  readonly database: Database;
  readonly eraser: Eraser;
  /** The path of the ledger of what is to be erased again. */
  readonly toErase: string;
  readonly report: ServerLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export class Housekeeping {
  readonly #parts: HousekeepingParts;
  #lastRetention = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;

  constructor(parts: HousekeepingParts) {
    this.#parts = parts;
  }

  /** Begins at once, and looks again every minute. */
  start(): void {
    void this.look();
    this.#timer = setInterval(() => void this.look(), LOOK).unref();
  }

  /** Ends the looking; resolves when what is under way is over. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  /** Does what is due. Never rejects; who asks while it runs waits for the same end. */
  look(): Promise<void> {
    this.#running ??= this.#lookNow()
      .catch((error: unknown) => this.#parts.report.error({ err: error }, "housekeeping failed"))
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }

  async #lookNow(): Promise<void> {
    await this.#takeUp();
    await this.#parts.eraser.carryOutAll();
    const now = this.#parts.now();
    await dropOldImports(this.#parts.database, now);
    await forgetOldInvites(this.#parts.database, now);
    await forgetOldRemovals(this.#parts.database, now);
    await forgetOldCodes(this.#parts.database, now);
    await forgetOldTickets(this.#parts.database, now);
    if (now - this.#lastRetention < DAY) return;
    this.#lastRetention = now;
    await this.#keepRetention(now);
  }

  /** Orders what a restored backup brought back. The file goes last: what is ordered twice does no harm. */
  async #takeUp(): Promise<void> {
    const { database, toErase, now } = this.#parts;
    for (const entry of readLedger(toErase)) await orderAgain(database, entry, now());
    await rm(toErase, { force: true });
  }

  async #keepRetention(now: number): Promise<void> {
    const { database, eraser, report } = this.#parts;
    for (const { spaceId, guests } of await guestsPastRetention(database, now)) {
      // together: the files are written anew for all of them, and nobody is served meanwhile
      await Promise.all(guests.map((userId) => eraser.eraseMember({ spaceId, userId }, null)));
      report.info(
        { space: spaceId, guests: guests.length },
        "guests of an ended space were erased",
      );
    }
  }
}
