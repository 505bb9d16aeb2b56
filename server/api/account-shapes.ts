// The JSON of accounts, sessions and sign-ins.

import { z } from "@hono/zod-openapi";
import { EMAIL_LENGTH, PASSWORD_LENGTH } from "#domain/account.ts";
import { nameSchema } from "#domain/person-name.ts";
import { LETTER_LANGUAGES } from "../accounts/recovery-letter.ts";

/** An address as it is kept: in lower case, so that one person cannot have two of the same. */
export const emailShape = z
  .string()
  .max(EMAIL_LENGTH)
  .transform((email) => email.trim().toLowerCase())
  .pipe(z.email("Type an e-mail address such as ada@example.org."))
  .openapi({ type: "string", format: "email" });

export const newPasswordShape = z
  .string()
  .min(PASSWORD_LENGTH.least, `A password has at least ${PASSWORD_LENGTH.least} characters.`)
  .max(PASSWORD_LENGTH.most, `A password has at most ${PASSWORD_LENGTH.most} characters.`);

/** A password that is only compared. */
export const passwordShape = z.string().min(1).max(PASSWORD_LENGTH.most);

export const newAccountShape = z
  .strictObject({
    name: nameSchema.optional(),
    email: emailShape,
    password: newPasswordShape,
    invite: z.string().max(64).optional().openapi({
      description:
        "The token of an invite for this address, or of a link: it lets in, and then leads there.",
    }),
    code: z.string().max(32).optional().openapi({
      description:
        "The code of a space for people with an account: it lets make one. Then come in by it: POST /api/joins.",
    }),
  })
  .openapi("NewAccount");

export const signInShape = z
  .strictObject({ email: emailShape, password: passwordShape })
  .openapi("SignIn");

export const passwordChangeShape = z
  .strictObject({ current: passwordShape, password: newPasswordShape })
  .openapi("PasswordChange");

const language = z
  .enum(LETTER_LANGUAGES)
  .default("en")
  .openapi({ description: "Of the letter, where this Postil sends any." });

export const newNameShape = z.strictObject({ name: nameSchema }).openapi("NewName");

export const emailChangeShape = z
  .strictObject({ email: emailShape, password: passwordShape, language })
  .openapi("EmailChange");

export const emailConfirmShape = z
  .strictObject({ token: z.string().max(64), language })
  .openapi("EmailConfirmation");

export const accountShape = z
  .object({
    email: z.string(),
    hasPassword: z.boolean(),
    linked: z
      .boolean()
      .openapi({ description: "Whether the OpenID provider can be used to sign in." }),
    twoFactor: z.boolean(),
  })
  .openapi("Account");

export const sessionsShape = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      begun: z.iso.datetime(),
      used: z.iso.datetime().openapi({ description: "To the day." }),
      current: z.boolean().openapi({ description: "Whether it is the one that asks." }),
    }),
  ),
});
