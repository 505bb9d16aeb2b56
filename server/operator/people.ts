// What an operator does about people: has them erased. The running server does it, or the next one.

import type { Config } from "../config.ts";
import { Refusal } from "../refusal.ts";
import { orderErasure } from "../store/erasures.ts";
import { withDatabase } from "./data.ts";

/** Orders the erasure of a person, everywhere. Returns what to tell. */
export async function erasePerson(config: Config, userId: string): Promise<string> {
  return await withDatabase(config, async ({ database }) => {
    const person = await database
      .selectFrom("user")
      .where("id", "=", userId)
      .select("id")
      .executeTakeFirst();
    if (person === undefined) throw new Refusal(`There is nobody with the id ${userId}.`);
    const wanted = { userId, spaceId: null };
    const erasure = await orderErasure(database, wanted, { actorId: null, at: Date.now() });
    if (erasure === null) {
      throw new Refusal(
        "A space would be left without an owner. Make somebody else its owner first.",
      );
    }
    return "Postil erases this person within a minute; if it is not running, when it starts.";
  });
}
