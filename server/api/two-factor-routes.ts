// The code beside the password: begun, confirmed, said at sign-in, ended.

import { createRoute, z } from "@hono/zod-openapi";
import type { Account } from "../accounts/accounts.ts";
import { signInByCode } from "../accounts/sign-in.ts";
import {
  beginTwoFactor,
  confirmTwoFactor,
  endTwoFactor,
  renewCodes,
} from "../accounts/two-factor.ts";
import { joinByAddress } from "../store/personal-invites.ts";
import { beginAttempt, wrongPassword } from "./account-routes.ts";
import { passwordShape } from "./account-shapes.ts";
import { callerKey, limit } from "./guard.ts";
import { Problem, problems } from "./problem.ts";
import { asksAccount, asksNothing } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { setCookies, userAnswer } from "./session-answer.ts";

const json = <T extends z.ZodType>(schema: T) => ({
  body: { content: { "application/json": { schema } }, required: true },
});

const byPassword = json(z.strictObject({ password: passwordShape }));
const byCode = json(z.strictObject({ code: z.string().min(1).max(64) }));

const codesShape = z
  .array(z.string())
  .openapi({ description: "Each stands for a code of the app, once. Told only here." });

const begin = createRoute({
  ...asksAccount,
  method: "post",
  path: "/api/two-factor",
  summary: "Prepare codes for one's account",
  request: byPassword,
  responses: {
    201: {
      description: "Nothing is asked for until a code was confirmed.",
      content: {
        "application/json": {
          schema: z.object({
            uri: z.string().openapi({ description: "otpauth://, for an app or as a QR code." }),
            codes: codesShape,
          }),
        },
      },
    },
    ...problems(400, 401, 403, 429),
  },
});

const confirm = createRoute({
  ...asksAccount,
  method: "post",
  path: "/api/two-factor/confirm",
  summary: "Have codes asked for from now on, by showing one",
  request: byCode,
  responses: {
    204: { description: "The new session is in the cookie." },
    ...problems(400, 401, 403),
  },
});

const codes = createRoute({
  ...asksAccount,
  method: "post",
  path: "/api/two-factor/codes",
  summary: "Make new codes to keep; the old ones are worthless",
  request: byPassword,
  responses: {
    201: {
      description: "The codes.",
      content: { "application/json": { schema: z.object({ codes: codesShape }) } },
    },
    ...problems(400, 401, 403, 429),
  },
});

const end = createRoute({
  ...asksAccount,
  method: "post",
  path: "/api/two-factor/end",
  summary: "Have no codes asked for any more",
  request: byPassword,
  responses: {
    204: { description: "The new session is in the cookie." },
    ...problems(400, 401, 403, 429),
  },
});

const say = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/sign-in/code",
  summary: "Complete a sign-in that asks for a code",
  request: byCode,
  responses: {
    200: userAnswer("A new session, in the cookie; the one before has ended."),
    ...problems(400, 403, 429),
  },
});

export function addTwoFactorRoutes(api: Api, services: Services): void {
  const { auth, limits, now } = services;

  api.openapi(begin, async (context) => {
    const { password } = context.req.valid("json");
    const { headers } = context.req.raw;
    const start = await byRightPassword(services, context.var.account, () =>
      beginTwoFactor(auth, headers, password),
    );
    return context.json({ uri: start.uri, codes: [...start.codes] }, 201);
  });

  api.openapi(confirm, async (context) => {
    const { code } = context.req.valid("json");
    const cookies = await confirmTwoFactor(auth, context.req.raw.headers, code);
    if (cookies === null) throw wrongCode();
    await services.onAccessChange();
    setCookies(context, cookies);
    return context.body(null, 204);
  });

  api.openapi(codes, async (context) => {
    const { password } = context.req.valid("json");
    const { headers } = context.req.raw;
    const made = await byRightPassword(services, context.var.account, () =>
      renewCodes(auth, headers, password),
    );
    return context.json({ codes: [...made] }, 201);
  });

  api.openapi(end, async (context) => {
    const { password } = context.req.valid("json");
    const { headers } = context.req.raw;
    const cookies = await byRightPassword(services, context.var.account, () =>
      endTwoFactor(auth, headers, password),
    );
    await services.onAccessChange();
    setCookies(context, cookies);
    return context.body(null, 204);
  });

  api.openapi(say, async (context) => {
    limit(limits.signIns, callerKey(context), now());
    const { code } = context.req.valid("json");
    const result = await signInByCode(services, context.req.raw.headers, code);
    if (result.outcome !== "in") throw wrongCode();
    await joinByAddress(services.database, result.entrance.person.id, now());
    await services.onAccessChange();
    setCookies(context, result.entrance.cookies);
    return context.json({ user: result.entrance.person }, 200);
  });
}

/** What `work` resolves with; null from it means a wrong password, which counts as a try. */
async function byRightPassword<T>(
  services: Services,
  { email }: Account,
  work: () => Promise<T | null>,
): Promise<T> {
  beginAttempt(services, email);
  const done = await work();
  if (done === null) throw wrongPassword();
  services.limits.passwords.succeed(email);
  return done;
}

const wrongCode = (): Problem =>
  new Problem(403, "This code is not right, or too old. After several tries, sign in anew.", {
    code: "code-wrong",
  });
