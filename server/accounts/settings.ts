// The settings that are about accounts, as config.ts reads them.

import { z } from "zod";
import { PASSWORD_LENGTH, SIGN_UPS, type SignUp } from "#domain/account.ts";
import { Refusal } from "../refusal.ts";

const { least, most } = PASSWORD_LENGTH;

const url = (name: string, protocols: readonly string[], example: string) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ""), {
    error: `${name} must be an address such as ${example}.`,
  });

/** The variables, by name. */
export const ACCOUNT_SETTINGS = {
  POSTIL_SIGN_UP: z
    .enum(SIGN_UPS, `POSTIL_SIGN_UP must be one of ${SIGN_UPS.join(", ")}.`)
    .default("invited"),
  POSTIL_OWNER_EMAIL: z
    .string()
    .transform((email) => email.trim().toLowerCase())
    .pipe(z.email("POSTIL_OWNER_EMAIL must be an e-mail address, such as ada@example.org."))
    .optional(),
  POSTIL_OWNER_PASSWORD: z
    .string()
    .refine(({ length }) => length >= least && length <= most, {
      error: `POSTIL_OWNER_PASSWORD must have ${least} to ${most} characters.`,
    })
    .optional(),
  POSTIL_SMTP_URL: url(
    "POSTIL_SMTP_URL",
    ["smtp:", "smtps:"],
    "smtps://user:password@mail.example:465",
  ).optional(),
  POSTIL_MAIL_FROM: z
    .email("POSTIL_MAIL_FROM must be an e-mail address, such as postil@example.org.")
    .optional(),
  POSTIL_OIDC_ISSUER: url(
    "POSTIL_OIDC_ISSUER",
    ["https:", "http:"],
    "https://accounts.example.org",
  ).optional(),
  POSTIL_OIDC_CLIENT_ID: z.string().optional(),
  POSTIL_OIDC_CLIENT_SECRET: z.string().optional(),
  POSTIL_OIDC_NAME: z
    .string()
    .max(40, "POSTIL_OIDC_NAME must have at most 40 characters.")
    .default("OpenID"),
};

/** How mail is sent. */
export type MailSettings = {
  /** With the password in it, where one is needed. */
  readonly url: string;
  readonly from: string;
};

/** A provider of accounts that speaks OpenID Connect. */
export type OpenIdSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  /** What its button says. */
  readonly name: string;
};

export type AccountSettings = {
  /** Who may make an account. */
  readonly signUp: SignUp;
  /** The account that owns this Postil from its start; null: whoever opens the link on the console. */
  readonly owner: { readonly email: string; readonly password: string } | null;
  /** Null: no mail is sent. */
  readonly mail: MailSettings | null;
  /** Null: none. */
  readonly openId: OpenIdSettings | null;
};

type Given = z.infer<z.ZodObject<typeof ACCOUNT_SETTINGS>>;

/** What the variables mean together. Throws Refusal when one lacks another. */
export function accountSettingsOf(given: Given): AccountSettings {
  return {
    signUp: given.POSTIL_SIGN_UP,
    owner: ownerOf(given),
    mail: mailOf(given),
    openId: openIdOf(given),
  };
}

function ownerOf(given: Given): AccountSettings["owner"] {
  const { POSTIL_OWNER_EMAIL: email, POSTIL_OWNER_PASSWORD: password } = given;
  if (email === undefined && password === undefined) return null;
  if (email !== undefined && password !== undefined) return { email, password };
  throw new Refusal("POSTIL_OWNER_EMAIL and POSTIL_OWNER_PASSWORD must be given together.");
}

function mailOf(given: Given): MailSettings | null {
  const { POSTIL_SMTP_URL: url, POSTIL_MAIL_FROM: from } = given;
  if (url === undefined && from === undefined) return null;
  if (url !== undefined && from !== undefined) return { url, from };
  throw new Refusal("POSTIL_SMTP_URL and POSTIL_MAIL_FROM must be given together.");
}

function openIdOf(given: Given): OpenIdSettings | null {
  const { POSTIL_OIDC_ISSUER: issuer, POSTIL_OIDC_CLIENT_ID: clientId } = given;
  if (issuer === undefined && clientId === undefined) return null;
  if (issuer === undefined || clientId === undefined) {
    throw new Refusal("POSTIL_OIDC_ISSUER and POSTIL_OIDC_CLIENT_ID must be given together.");
  }
  const clientSecret = given.POSTIL_OIDC_CLIENT_SECRET ?? null;
  return { issuer, clientId, clientSecret, name: given.POSTIL_OIDC_NAME };
}
