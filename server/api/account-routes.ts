// Making an account, signing in to it, and its password.

import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { SIGN_UPS } from "#domain/account.ts";
import { accountOf, mayMakeAccount, type Obstacle } from "../accounts/accounts.ts";
import { makeAccount, obstacleFor } from "../accounts/new-account.ts";
import { isOwner } from "../accounts/owners.ts";
import { changePassword } from "../accounts/passwords.ts";
import { identify } from "../accounts/sessions.ts";
import { signIn } from "../accounts/sign-in.ts";
import { joinByAddress } from "../store/personal-invites.ts";
import { voidTickets } from "../store/tickets.ts";
import {
  accountShape,
  newAccountShape,
  passwordChangeShape,
  signInShape,
} from "./account-shapes.ts";
import { codeMakesAccount } from "./come-in.ts";
import { callerKey, limit } from "./guard.ts";
import { findInvitation } from "./invitation.ts";
import { Problem, problems, tooOften } from "./problem.ts";
import { asksAccount, asksNothing } from "./registry.ts";
import type { Api, ApiEnvironment, Services } from "./services.ts";
import { setCookies, userAnswer } from "./session-answer.ts";
import { personShape } from "./shapes.ts";
import { joinedShape } from "./space-shapes.ts";

const spaceShape = joinedShape.shape.space
  .nullable()
  .openapi({ description: "Where the invite led; null without one." });

const create = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/accounts",
  summary: "Make an account; a guest becomes it and keeps everything",
  request: {
    body: { content: { "application/json": { schema: newAccountShape } }, required: true },
  },
  responses: {
    201: {
      description: "The account; its session is in the cookie.",
      content: {
        "application/json": { schema: z.object({ user: personShape, space: spaceShape }) },
      },
    },
    ...problems(400, 403, 404, 409, 429),
  },
});

const own = createRoute({
  ...asksNothing,
  method: "get",
  path: "/api/account",
  summary: "The caller's account, and which ways in there are",
  responses: {
    200: {
      description: "Without an account, `account` is null.",
      content: {
        "application/json": {
          schema: z.object({
            account: accountShape.nullable(),
            isOwner: z.boolean().openapi({ description: "Whether this Postil is the caller's." }),
            mayMakeAccount: z.boolean(),
            signUp: z.enum(SIGN_UPS).openapi({ description: "Who may make an account." }),
            provider: z
              .string()
              .nullable()
              .openapi({ description: "The OpenID provider's name; null: there is none." }),
            mail: z.boolean().openapi({ description: "Whether letters are sent." }),
          }),
        },
      },
    },
  },
});

const enter = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/sign-in",
  summary: "Sign in by e-mail address and password",
  request: { body: { content: { "application/json": { schema: signInShape } }, required: true } },
  responses: {
    200: userAnswer("A new session, in the cookie; the one before has ended."),
    202: {
      description: "The account asks for a code: POST /api/sign-in/code.",
      content: { "application/json": { schema: z.object({ needs: z.literal("code") }) } },
    },
    ...problems(400, 403, 429),
  },
});

const password = createRoute({
  ...asksAccount,
  method: "put",
  path: "/api/account/password",
  summary: "Change the password, which ends all other sessions",
  request: {
    body: { content: { "application/json": { schema: passwordChangeShape } }, required: true },
  },
  responses: {
    204: { description: "It is changed; the new session is in the cookie." },
    ...problems(400, 401, 403, 429),
  },
});

export function addAccountRoutes(api: Api, services: Services): void {
  const { auth, database, limits, now } = services;

  api.openapi(create, async (context) => {
    limit(limits.accounts, callerKey(context), now());
    const { name = null, email, password, invite = null, code } = context.req.valid("json");
    const { headers } = context.req.raw;
    const invitation = invite === null ? null : await findInvitation(services, invite, email);
    const isCalled = code !== undefined && (await isCalledBy(services, context, code));
    await demandSignUp(services, headers, invitation !== null || isCalled);
    refuseObstacle(await obstacleFor(services, headers, email));
    const made = await makeAccount(services, headers, { name, email, password }, now());
    if (!made.ok) throw obstacleProblem(made.obstacle);
    const { person } = made.entrance;
    const space = invitation && (await invitation({ userId: person.id, email }));
    await services.onAccessChange();
    setCookies(context, made.entrance.cookies);
    return context.json({ user: person, space }, 201);
  });

  api.openapi(own, async (context) => {
    const person = await identify(auth, context.req.raw.headers);
    return context.json(await describe(services, person?.id ?? null), 200);
  });

  api.openapi(enter, async (context) => {
    limit(limits.signIns, callerKey(context), now());
    const { email, password } = context.req.valid("json");
    beginAttempt(services, email);
    const { headers } = context.req.raw;
    const result = await signIn(services, headers, { email, password });
    if (result.outcome === "refused") {
      throw new Problem(403, "E-mail address or password is not right.", {
        code: "sign-in-refused",
      });
    }
    limits.passwords.succeed(email);
    if (result.outcome === "code-wanted") {
      setCookies(context, result.cookies);
      return context.json({ needs: "code" as const }, 202);
    }
    await joinByAddress(database, result.entrance.person.id, now());
    await services.onAccessChange();
    setCookies(context, result.entrance.cookies);
    return context.json({ user: result.entrance.person }, 200);
  });

  api.openapi(password, async (context) => {
    const { email } = context.var.account;
    beginAttempt(services, email);
    const cookies = await changePassword(auth, context.req.raw.headers, context.req.valid("json"));
    if (cookies === null) throw wrongPassword();
    limits.passwords.succeed(email);
    // links that somebody had made before must not undo it
    for (const purpose of ["recovery", "email"] as const) {
      await voidTickets(database, purpose, context.var.person.id);
    }
    await services.onAccessChange();
    setCookies(context, cookies);
    return context.body(null, 204);
  });
}

/** Whether a code lets make an account. Counts as a try to come in by it. */
async function isCalledBy(
  services: Services,
  context: Context<ApiEnvironment>,
  code: string,
): Promise<boolean> {
  limit(services.limits.joins, callerKey(context), services.now());
  return await codeMakesAccount(services, context, code);
}

/** Ends the request unless the caller may make an account: as who was let in somewhere, or is called in. */
async function demandSignUp(
  { accounts, auth, database }: Services,
  headers: Headers,
  isCalled: boolean,
): Promise<void> {
  if (isCalled && accounts.signUp !== "closed") return;
  const person = await identify(auth, headers);
  if (await mayMakeAccount(database, accounts.signUp, person?.id ?? null)) return;
  throw new Problem(
    403,
    "Accounts are for those who were invited. Open the link or type the code that you were given.",
    { code: "sign-up-closed" },
  );
}

/** What somebody is told of their account; `userId` is null for who has no session. */
async function describe({ accounts, database, openId, post }: Services, userId: string | null) {
  const account = userId === null ? null : await accountOf(database, userId);
  return {
    account,
    isOwner: userId !== null && (await isOwner(database, userId)),
    mayMakeAccount: account === null && (await mayMakeAccount(database, accounts.signUp, userId)),
    provider: openId?.name ?? null,
    signUp: accounts.signUp,
    mail: post !== null,
  };
}

/** Counts a try of the password of an address, or ends the request with 429. */
export function beginAttempt({ limits, now }: Services, email: string): void {
  const wait = limits.passwords.begin(email, now());
  if (wait > 0) throw tooOften(wait);
}

export const wrongPassword = (): Problem =>
  new Problem(403, "The password is not right.", { code: "password-wrong" });

/** Ends the request with 409 when something stands in the way of an account. */
export function refuseObstacle(obstacle: Obstacle | null): void {
  if (obstacle !== null) throw obstacleProblem(obstacle);
}

export const obstacleProblem = (obstacle: Obstacle): Problem =>
  new Problem(409, OBSTACLES[obstacle], { code: obstacle });

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  "has-account": "You have an account already.",
  "email-taken": "There is an account with this e-mail address. Sign in to it.",
  "identity-taken": "That sign-in belongs to another account here.",
};
