// What an operator does about accounts: makes an owner, and lets in again who lost a password or an app.

import { join } from "node:path";
import pino from "pino";
import { z } from "zod";
import { newId } from "#domain/id.ts";
import { userOfEmail } from "../accounts/accounts.ts";
import { createAuth } from "../accounts/auth.ts";
import { createOwner } from "../accounts/owners.ts";
import { recoveryLink } from "../accounts/recovery.ts";
import { keptSecret } from "../accounts/secret.ts";
import { dropTwoFactor } from "../accounts/two-factor.ts";
import { addressOf, type Config } from "../config.ts";
import { Refusal } from "../refusal.ts";
import type { Database } from "../store/database.ts";
import { withDatabase } from "./data.ts";

/** Makes an account that owns this Postil, or an owner of one that is there. Returns what to tell. */
export async function createOwnerOf(config: Config, typed: string): Promise<string> {
  const email = emailOf(typed);
  return await withDatabase(config, async ({ database }) => {
    const { url } = addressOf(config, config.port);
    const secret = config.secret ?? keptSecret(join(config.data, "secret"));
    const auth = createAuth({ database, url, secret, report: pino({ level: "silent" }) });
    const accounts = { auth, database };
    // nobody ever hears this password: the link chooses another
    const owner = { email, password: newId() + newId() };
    const isNew = await createOwner(accounts, owner, Date.now());
    if (!isNew)
      return `${email} owns this Postil now, with the password that the account has. Addresses are not verified: if you do not know whose account it is, run reset-password.`;
    return `${email} owns this Postil. ${await linkFor(config, database, email)}`;
  });
}

/** Makes a link by which the holder of an account chooses a new password. Returns what to tell. */
export async function resetPassword(config: Config, typed: string): Promise<string> {
  const email = emailOf(typed);
  return await withDatabase(config, ({ database }) => linkFor(config, database, email));
}

/** Has an account ask for no code beside the password, for who lost the app. Returns what to tell. */
export async function endTwoFactorOf(config: Config, typed: string): Promise<string> {
  const email = emailOf(typed);
  return await withDatabase(config, async ({ database }) => {
    const userId = await holderOf(database, email);
    if (!(await dropTwoFactor(database, userId, Date.now()))) {
      throw new Refusal(`${email} is asked for no code.`);
    }
    return `${email} signs in by the password alone now, and is signed out everywhere.`;
  });
}

async function linkFor(config: Config, database: Database, email: string): Promise<string> {
  const userId = await holderOf(database, email);
  const { url } = addressOf(config, config.port);
  const link = await recoveryLink(database, { userId, url }, Date.now());
  return `Choose a password here (works once, for 30 minutes):\n${link}`;
}

async function holderOf(database: Database, email: string): Promise<string> {
  const userId = await userOfEmail(database, email);
  if (userId === null) throw new Refusal(`There is no account with the address ${email}.`);
  return userId;
}

function emailOf(typed: string): string {
  const email = z.email().safeParse(typed.trim().toLowerCase());
  if (email.success) return email.data;
  throw new Refusal(`${typed} is no e-mail address, such as ada@example.org.`);
}
