// What people change about their account besides the password: the name that others see, and the address.

import { createRoute, z } from "@hono/zod-openapi";
import { isTaken } from "../accounts/accounts.ts";
import { changeEmail, confirmEmail, emailLink } from "../accounts/email-change.ts";
import { formerAddressLetter, newAddressLetter } from "../accounts/email-letters.ts";
import { isPassword } from "../accounts/passwords.ts";
import type { LetterLanguage } from "../accounts/recovery-letter.ts";
import { rename } from "../accounts/sessions.ts";
import { beginAttempt, obstacleProblem, wrongPassword } from "./account-routes.ts";
import { emailChangeShape, emailConfirmShape, newNameShape } from "./account-shapes.ts";
import { callerKey, limit } from "./guard.ts";
import { problems } from "./problem.ts";
import { linkSpent } from "./recovery-routes.ts";
import { asksAccount, asksNothing } from "./registry.ts";
import type { Api, Services } from "./services.ts";

const json = <T extends z.ZodType>(schema: T) => ({
  body: { content: { "application/json": { schema } }, required: true },
});

const name = createRoute({
  ...asksAccount,
  method: "put",
  path: "/api/account/name",
  summary: "Change the name that others see",
  request: json(newNameShape),
  responses: { 204: { description: "It is changed." }, ...problems(400, 401, 403) },
});

const address = createRoute({
  ...asksAccount,
  method: "put",
  path: "/api/account/email",
  summary: "Change the e-mail address, by the password",
  request: json(emailChangeShape),
  responses: {
    202: {
      description: "If nobody has the address, a letter with a link is on its way to it.",
      content: { "application/json": { schema: z.object({ needs: z.literal("letter") }) } },
    },
    204: { description: "It is changed: this Postil sends no letters." },
    ...problems(400, 401, 403, 409, 429),
  },
});

const confirm = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/account/email/confirm",
  summary: "Change the e-mail address, by the token of the link that went there",
  request: json(emailConfirmShape),
  responses: { 204: { description: "It is changed." }, ...problems(400, 403, 409, 429) },
});

export function addProfileRoutes(api: Api, services: Services): void {
  const { auth, database, limits, now, post, url } = services;

  api.openapi(name, async (context) => {
    await rename(auth, context.var.person, context.req.valid("json").name);
    return context.body(null, 204);
  });

  api.openapi(address, async (context) => {
    const { account, person } = context.var;
    const { email, password, language } = context.req.valid("json");
    beginAttempt(services, account.email);
    if (!(await isPassword(services, person.id, password))) throw wrongPassword();
    limits.passwords.succeed(account.email);
    if (post !== null) {
      limit(limits.letters, email, now());
      // not waited for: the answer takes the same time whether somebody has the address or not
      void sendLink(services, { userId: person.id, email }, language);
      return context.json({ needs: "letter" as const }, 202);
    }
    const changed = await changeEmail(database, person.id, { email, isVerified: false }, now());
    if (!changed.ok) throw obstacleProblem("email-taken");
    return context.body(null, 204);
  });

  api.openapi(confirm, async (context) => {
    limit(limits.recoveries, callerKey(context), now());
    const { token, language } = context.req.valid("json");
    const changed = await confirmEmail(database, token, now());
    if (changed === null) throw linkSpent();
    if (!changed.ok) throw obstacleProblem("email-taken");
    const { former, email } = changed;
    if (former !== email) void post?.send(formerAddressLetter(former, url, language));
    return context.body(null, 204);
  });
}

/** Never rejects. Whoever has the address already hears nothing. */
async function sendLink(
  { database, post, report, url, now }: Services,
  wanted: { readonly userId: string; readonly email: string },
  language: LetterLanguage,
): Promise<void> {
  try {
    if (await isTaken(database, wanted.email, wanted.userId)) return;
    const link = await emailLink(database, { ...wanted, url }, now());
    await post?.send(newAddressLetter(wanted.email, { place: url, link }, language));
  } catch (error) {
    report.error({ err: error }, "a link to a new address could not be made");
  }
}
