// The accounts library, set up once. Its own HTTP handler is not mounted: routes call its functions.

import { randomInt } from "node:crypto";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { anonymous, bearer, twoFactor } from "better-auth/plugins";
import { PASSWORD_LENGTH } from "#domain/account.ts";
import { offerAlias } from "#domain/alias.ts";
import { newId } from "#domain/id.ts";
import { PERSON_COLOURS } from "#domain/person.ts";
import type { ServerLog } from "../log.ts";
import type { Database } from "../store/database.ts";
import { entrance } from "./entrance.ts";

/** How long a guest is remembered in a browser after the last visit, in seconds. */
const REMEMBERED = 90 * 24 * 60 * 60;

/** How often a session that is used is prolonged, in seconds. */
const PROLONGED = 24 * 60 * 60;

export type Auth = ReturnType<typeof createAuth>;

export type AuthSettings = {
  readonly database: Database;
  /** The origin under which people reach the server; cookies are `Secure` and `__Host-` when it is https. */
  readonly url: string;
  readonly secret: string;
  readonly report: ServerLog;
};

/** The accounts of this server. Every user begins as a guest. */
export function createAuth({ database, url, secret, report }: AuthSettings) {
  const isSecure = url.startsWith("https:");
  return betterAuth({
    database: { db: database, type: "sqlite" },
    baseURL: url,
    secret,
    telemetry: { enabled: false },
    appName: "Postil",
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
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
      cookiePrefix: isSecure ? "__Host-postil" : "postil",
      // with true, the library would put another prefix before this one
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    user: {
      additionalFields: {
        colour: { type: "number", required: false, input: false },
        owner: { type: "boolean", required: false, input: false },
      },
    },
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
    plugins: [
      anonymous({
        generateName: () => offerAlias((count) => randomInt(count)),
        disableDeleteAnonymousUser: true,
      }),
      // who reads a token in the database cannot sign it
      bearer({ requireSignature: true }),
      twoFactor({ issuer: "Postil" }),
      entrance,
    ],
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
