// What a delivery says: what happened and where, and no words of anybody.

import type { Due } from "../store/hook-deliveries.ts";
import type { EventRow } from "../store/hook-tables.ts";

/** The body of a delivery, the same for each try. `url` is the origin under which people reach the server. */
export function deliveryBody(
  { delivery, hook }: Due,
  events: readonly EventRow[],
  url: string,
): string {
  return bodyOf(delivery.made_at, "events", {
    space: hook.space_id,
    missed: delivery.missed,
    events: events.map((event) => eventOf(event, url)),
  });
}

/** The body of a delivery by which owners see whether somebody is there. */
export const testBody = (space: string, at: number): string => bodyOf(at, "test", { space });

/** The body of the last delivery, by which a space says that it is gone with all that was in it. */
export const farewellBody = (space: string, at: number): string =>
  bodyOf(at, "space.deleted", { space });

const bodyOf = (at: number, type: string, data: object): string =>
  JSON.stringify({ type, timestamp: isoOf(at), data });

function eventOf({ type, at, article_id, user_id, place }: EventRow, url: string): object {
  const article = article_id !== null && {
    article: article_id,
    link: `${url}/articles/${article_id}`,
  };
  if (place === null) return { type, at: isoOf(at), ...article, ...(user_id && { user: user_id }) };
  const address = `${url}/api/articles/${article_id}/w3c/${user_id}.${place}`;
  return { type, at: isoOf(at), ...article, id: place, author: user_id, address };
}

const isoOf = (at: number): string => new Date(at).toISOString();
