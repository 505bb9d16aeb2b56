// Erases people: out of one space, or everywhere. First they are out, then all that they wrote goes, then
// the files are emptied; only then it is done and in the ledger.

import type { ServerLog } from "../log.ts";
import type { Rooms } from "../rooms/live-article.ts";
import type { SearchIndex } from "../search/search-index.ts";
import { type Database, rewriteDatabase } from "../store/database.ts";
import {
  articleIds,
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

export type EraserParts = {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly search: SearchIndex;
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

export class Eraser {
  readonly #parts: EraserParts;
  /** One after the other. */
  #last: Promise<unknown> = Promise.resolve();

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
    for (const erasure of await openErasures(this.#parts.database)) {
      await this.#carryOut(erasure).catch((error: unknown) =>
        this.#parts.report.error({ err: error }, "an erasure could not be completed"),
      );
    }
  }

  async #erase(wanted: Omit<Erasure, "id">, actorId: string | null): Promise<Erased> {
    const { database, now } = this.#parts;
    const erasure = await orderErasure(database, wanted, { actorId, at: now() });
    if (erasure === null) return "last-owner";
    await this.#carryOut(erasure);
    return "erased";
  }

  #carryOut(erasure: Erasure): Promise<void> {
    const done = this.#last.then(() => this.#carryOutNow(erasure));
    this.#last = done.catch(() => {});
    return done;
  }

  async #carryOutNow({ id, userId, spaceId }: Erasure): Promise<void> {
    const { database, ledger, onAccessChange, report, now } = this.#parts;
    const spaces = spaceId === null ? await spaceIdsOf(database, userId) : [spaceId];
    for (const space of spaces) await forgetMember(database, { spaceId: space, userId });
    // whoever still writes is out before what they wrote goes
    await onAccessChange();
    await this.#eraseWork({ userId, spaceId });
    if (spaceId === null) {
      await forgetUser(database, userId);
      await onAccessChange();
    }
    await rewriteDatabase(database);
    await addToLedger(ledger, { userId, spaceId, at: now() });
    await closeErasure(database, id);
    report.info({ space: spaceId }, "a person was erased");
  }

  async #eraseWork({ userId, spaceId }: Omit<Erasure, "id">): Promise<void> {
    const { database, rooms, search } = this.#parts;
    for (const article of await articleIds(database, spaceId)) {
      await rooms.erase(article, userId);
      await search.forget(article, userId);
    }
    await rooms.rewrite();
  }
}
