// Erases people: out of one space, or everywhere. First they are out, then all that they wrote goes, then
// the files are emptied, once for all who were erased together; only then it is done and in the ledger.

import type { ServerLog } from "../log.ts";
import type { Rooms } from "../rooms/live-article.ts";
import type { SearchIndex } from "../search/search-index.ts";
import { articlesIn } from "../store/articles.ts";
import { type Database, rewriteDatabase } from "../store/database.ts";
import {
  closeErasure,
  type Erasure,
  forgetMember,
  forgetUser,
  isGuestOfOnly,
  openErasures,
  orderErasure,
  spaceIdsOf,
} from "../store/erasures.ts";
import type { Seat } from "../store/members.ts";
import { addToLedger } from "./ledger.ts";
import type { UnderWay } from "./under-way.ts";

export type EraserParts = {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly search: SearchIndex;
  readonly underWay: UnderWay;
  /** The path of the ledger. */
  readonly ledger: string;
  /** As `Services.onAccessChange`. */
  readonly onAccessChange: () => Promise<void>;
  readonly report: ServerLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** "last-owner": a space would be left without an owner, so nothing was done. */
export type Erased = "erased" | "last-owner";

/** An erasure that somebody waits for. */
type Order = { readonly erasure: Erasure; readonly done: PromiseWithResolvers<void> };

export class Eraser {
  readonly #parts: EraserParts;
  readonly #waiting: Order[] = [];
  /** By the ids of their erasures: those that wait, and those that are being done. */
  readonly #orders = new Map<number, Order>();
  #isAtWork = false;

  constructor(parts: EraserParts) {
    this.#parts = parts;
  }

  /**
   * Erases somebody from a space; a guest who has no other (those open to all do not count) everywhere.
   * `actorId` is null when no person asked. Resolves when nothing of it is in any file. Rejects when the
   * disk refused: then it is taken up again later.
   */
  async eraseMember(seat: Seat, actorId: string | null): Promise<Erased> {
    const isOnly = await isGuestOfOnly(this.#parts.database, seat);
    const spaceId = isOnly ? null : seat.spaceId;
    return await this.#erase({ userId: seat.userId, spaceId }, actorId);
  }

  /** Erases somebody everywhere, as `eraseMember`. */
  async erasePerson(userId: string, actorId: string | null): Promise<Erased> {
    return await this.#erase({ userId, spaceId: null }, actorId);
  }

  /** Takes up what was ordered and is not done. Never rejects: what cannot be done is reported, and tried again the next time. */
  async carryOutAll(): Promise<void> {
    const open = await openErasures(this.#parts.database);
    const report = (error: unknown): void =>
      this.#parts.report.error({ err: error }, "an erasure could not be completed");
    await Promise.all(open.map((erasure) => this.#carryOut(erasure).catch(report)));
  }

  async #erase(wanted: Omit<Erasure, "id">, actorId: string | null): Promise<Erased> {
    const { database, now } = this.#parts;
    const erasure = await orderErasure(database, wanted, { actorId, at: now() });
    if (erasure === null) return "last-owner";
    await this.#carryOut(erasure);
    return "erased";
  }

  #carryOut(erasure: Erasure): Promise<void> {
    const known = this.#orders.get(erasure.id);
    if (known) return known.done.promise;
    const order = { erasure, done: Promise.withResolvers<void>() };
    this.#orders.set(erasure.id, order);
    this.#waiting.push(order);
    if (!this.#isAtWork) void this.#work();
    return order.done.promise;
  }

  /** What is ordered while one is at work is done together after it. */
  async #work(): Promise<void> {
    this.#isAtWork = true;
    while (this.#waiting.length > 0) {
      const orders = this.#waiting.splice(0);
      await this.#carryOutTogether(orders);
      for (const { erasure } of orders) this.#orders.delete(erasure.id);
    }
    this.#isAtWork = false;
  }

  async #carryOutTogether(orders: readonly Order[]): Promise<void> {
    const { database, rooms } = this.#parts;
    const forgotten: Order[] = [];
    for (const order of orders) {
      await this.#forget(order.erasure).then(() => forgotten.push(order), order.done.reject);
    }
    if (forgotten.length === 0) return;
    try {
      await rooms.rewrite();
      await rewriteDatabase(database);
      for (const { erasure } of forgotten) await this.#close(erasure);
      for (const { done } of forgotten) done.resolve();
    } catch (error) {
      for (const { done } of forgotten) done.reject(error);
    }
  }

  async #forget({ userId, spaceId }: Erasure): Promise<void> {
    const { database, underWay, onAccessChange, now } = this.#parts;
    const spaces = spaceId === null ? await spaceIdsOf(database, userId) : [spaceId];
    for (const space of spaces) await forgetMember(database, { spaceId: space, userId }, now());
    // whoever still writes is out before what they wrote goes
    await onAccessChange();
    await underWay.over(userId);
    await this.#eraseWork({ userId, spaceId });
    if (spaceId === null) {
      await forgetUser(database, userId);
      await onAccessChange();
    }
  }

  /** Nothing is in any file any more. */
  async #close({ id, userId, spaceId }: Erasure): Promise<void> {
    const { database, ledger, report, now } = this.#parts;
    await addToLedger(ledger, { userId, spaceId, at: now() });
    await closeErasure(database, id);
    report.info({ space: spaceId }, "a person was erased");
  }

  async #eraseWork({ userId, spaceId }: Omit<Erasure, "id">): Promise<void> {
    const { database, rooms, search } = this.#parts;
    for (const article of await articlesIn(database, spaceId)) {
      await rooms.erase(article, userId);
      await search.forget(article, userId);
    }
  }
}
