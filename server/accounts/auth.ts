// The accounts library, set up once. Its own HTTP handler is not mounted: routes call its functions.

import { randomInt } from "node:crypto";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { anonymous, bearer } from "better-auth/plugins";
import { offerAlias } from "#domain/alias.ts";
import { newId } from "#domain/id.ts";
import { PERSON_COLOURS } from "#domain/person.ts";
import type { ServerLog } from "../log.ts";
import type { Database } from "../store/database.ts";

/** How long a guest is remembered in a browser after the last visit, in seconds. */
const REMEMBERED = 90 * 24 * 60 * 60;

/** How often a session that is used is prolonged, in seconds. */
const PROLONGED = 24 * 60 * 60;

export type Auth = ReturnType<typeof createAuth>;

export type AuthSettings = {
  readonly database: Database;
  /** The origin under which people reach the server; cookies are `Secure` when it is https. */
  readonly url: string;
  readonly secret: string;
  readonly report: ServerLog;
};

/** The accounts of this server, with guests as the only kind of user so far. */
export function createAuth({ database, url, secret, report }: AuthSettings) {
  return betterAuth({
    database: { db: database, type: "sqlite" },
    baseURL: url,
    secret,
    telemetry: { enabled: false },
    logger: {
      level: "warn",
      log: (level, message) => report[level]({ part: "accounts" }, message),
    },
    session: {
      expiresIn: REMEMBERED,
      updateAge: PROLONGED,
      cookieCache: { enabled: false },
    },
    advanced: {
      cookiePrefix: "postil",
      useSecureCookies: url.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    user: { additionalFields: { colour: { type: "number", required: false, input: false } } },
    databaseHooks: {
      // one after the other through all colours, so that few who come together share one
      user: {
        create: {
          before: async (user) => ({ data: { ...user, colour: await nextColour(database) } }),
        },
      },
      // which browser somebody uses is nobody's business
      session: {
        create: {
          before: (session) =>
            Promise.resolve({ data: { ...session, userAgent: null, ipAddress: null } }),
        },
      },
    },
    plugins: [anonymous({ generateName: () => offerAlias((count) => randomInt(count)) }), bearer()],
  });
}

async function nextColour(database: Database): Promise<number> {
  const users = database.selectFrom("user").select(({ fn }) => fn.countAll<number>().as("count"));
  return (await users.executeTakeFirstOrThrow()).count % PERSON_COLOURS;
}

/** Creates or completes the tables of the accounts library. */
export async function migrateAuth(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
}
