// What sockets and routes need to know of the one who asks.

import type { IncomingHttpHeaders } from "node:http";
import type { Person, Role } from "#domain/person.ts";

export interface Visitors {
  /** The person of the session in these headers (cookie, or `Authorization: Bearer`); null without one. */
  identify(headers: IncomingHttpHeaders): Promise<Person | null>;
  /** The person's role in the article's space, null for a stranger; "absent" when there is no such article. */
  roleIn(articleId: string, userId: string): Promise<Role | null | "absent">;
  /** Names and colours of these users, in the same order; users that are gone are left out. */
  people(userIds: readonly string[]): Promise<readonly Person[]>;
}
