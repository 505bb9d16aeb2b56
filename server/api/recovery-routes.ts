// The way back into an account whose password was forgotten.

import { createRoute, z } from "@hono/zod-openapi";
import { userOfEmail } from "../accounts/accounts.ts";
import { isOwner } from "../accounts/owners.ts";
import { recover, recoveryLink } from "../accounts/recovery.ts";
import {
  LETTER_LANGUAGES,
  type LetterLanguage,
  recoveryLetter,
} from "../accounts/recovery-letter.ts";
import { emailShape, newPasswordShape } from "./account-shapes.ts";
import { callerKey, limit } from "./guard.ts";
import { Problem, problems } from "./problem.ts";
import { asksNothing, asksSession } from "./registry.ts";
import type { Api, Services } from "./services.ts";

const letter = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/recoveries",
  summary: "Have a link to a new password sent by mail",
  request: {
    body: {
      content: {
        "application/json": {
          schema: z.strictObject({
            email: emailShape,
            language: z.enum(LETTER_LANGUAGES).default("en"),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    202: { description: "If there is such an account, a letter is on its way." },
    ...problems(400, 403, 422, 429),
  },
});

const link = createRoute({
  ...asksSession,
  method: "post",
  path: "/api/recoveries/links",
  summary: "Make a link to a new password for somebody, as an owner of this Postil",
  request: {
    body: {
      content: { "application/json": { schema: z.strictObject({ email: emailShape }) } },
      required: true,
    },
  },
  responses: {
    201: {
      description: "Works once, for 30 minutes; it ends the one before.",
      content: { "application/json": { schema: z.object({ link: z.url() }) } },
    },
    ...problems(400, 401, 403, 404),
  },
});

const redeem = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/recoveries/redeem",
  summary: "Choose a new password by the token of a link, which ends all sessions",
  request: {
    body: {
      content: {
        "application/json": {
          schema: z.strictObject({ token: z.string().max(64), password: newPasswordShape }),
        },
      },
      required: true,
    },
  },
  responses: {
    204: { description: "It is the password now. Sign in with it." },
    ...problems(400, 403, 429),
  },
});

export function addRecoveryRoutes(api: Api, services: Services): void {
  const { database, limits, now, url } = services;

  api.openapi(letter, async (context) => {
    limit(limits.recoveries, callerKey(context), now());
    if (services.post === null) {
      throw new Problem(
        422,
        "This Postil sends no mail. Ask whoever runs it for a link to a new password.",
        { code: "no-mail" },
      );
    }
    const { email, language } = context.req.valid("json");
    limit(limits.letters, email, now());
    // not waited for: the answer takes the same time whether there is such an account or not
    void sendLink(services, email, language);
    return context.body(null, 202);
  });

  api.openapi(link, async (context) => {
    if (!(await isOwner(database, context.var.person.id))) {
      throw new Problem(403, "Only the owner of this Postil may make such links.");
    }
    const userId = await userOfEmail(database, context.req.valid("json").email);
    if (userId === null) {
      throw new Problem(404, "There is no account with this e-mail address.", {
        code: "no-such-account",
      });
    }
    return context.json({ link: await recoveryLink(database, { userId, url }, now()) }, 201);
  });

  api.openapi(redeem, async (context) => {
    limit(limits.recoveries, callerKey(context), now());
    const email = await recover(services, context.req.valid("json"), now());
    if (email === null) throw linkSpent();
    limits.passwords.succeed(email);
    await services.onAccessChange();
    return context.body(null, 204);
  });
}

export const linkSpent = (): Problem =>
  new Problem(403, "This link has been used or is too old. Ask for a new one.", {
    code: "recovery-spent",
  });

/** Never rejects. */
async function sendLink(
  { database, post, report, url, now }: Services,
  email: string,
  language: LetterLanguage,
): Promise<void> {
  try {
    const userId = await userOfEmail(database, email);
    if (userId === null) return;
    const link = await recoveryLink(database, { userId, url }, now());
    await post?.send(recoveryLetter(email, { place: url, link }, language));
  } catch (error) {
    report.error({ err: error }, "a link to a new password could not be made");
  }
}
