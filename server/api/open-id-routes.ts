// To the OpenID provider and back.

import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { readCode } from "#domain/join-code.ts";
import { articleAt, nextPath } from "#domain/next-path.ts";
import type { Person } from "#domain/person.ts";
import type { ProblemCode } from "#domain/problem-code.ts";
import { accountOf } from "../accounts/accounts.ts";
import { enterByIdentity, linkIdentity } from "../accounts/identities.ts";
import { type Identity, newChallenge, type OpenId } from "../accounts/open-id.ts";
import { identify } from "../accounts/sessions.ts";
import { findArticle } from "../store/articles.ts";
import { joinByAddress } from "../store/personal-invites.ts";
import { issueTicket, redeemTicket } from "../store/tickets.ts";
import { findByCode, letIn } from "./come-in.ts";
import { callerKey, limit } from "./guard.ts";
import { Problem, problems } from "./problem.ts";
import { asksNothing } from "./registry.ts";
import type { Api, ApiEnvironment, Services } from "./services.ts";
import { setCookies } from "./session-answer.ts";

/** How long somebody may take at the provider, in milliseconds. */
const LIFE = 10 * 60 * 1000;

/** What is kept of a sign-in that is under way. */
const passageShape = z.object({
  verifier: z.string(),
  nonce: z.string(),
  /** Where it leads. */
  next: z.string(),
  /** The user whose account the identity is to be added to; null: somebody signs in. */
  linkTo: z.string().nullable(),
  /** The code that they come into a space by; null without one. */
  code: z.string().nullable().default(null),
});

type Passage = z.infer<typeof passageShape>;

const begin = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/open-id",
  summary: "Begin to sign in at the OpenID provider, or to add it to one's account",
  request: {
    body: {
      content: {
        "application/json": {
          schema: z.strictObject({
            next: z.string().max(200).optional().openapi({ description: "The path to go on to." }),
            link: z.boolean().default(false),
            code: z.string().max(32).optional().openapi({
              description: "The code of a space: whoever comes back is where it leads.",
            }),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    201: {
      description: "Where to go.",
      content: { "application/json": { schema: z.object({ url: z.url() }) } },
    },
    ...problems(400, 403, 404, 422, 429, 503),
  },
});

const end = createRoute({
  ...asksNothing,
  method: "get",
  path: "/api/open-id/callback",
  summary: "Where the OpenID provider sends people back to",
  responses: {
    302: { description: "To the page that was asked for, or to one that says what went wrong." },
    ...problems(422),
  },
});

export function addOpenIdRoutes(api: Api, services: Services): void {
  const { database, limits, now } = services;

  api.openapi(begin, async (context) => {
    limit(limits.accounts, callerKey(context), now());
    const openId = providerOf(services);
    const { next = null, link, code: typed } = context.req.valid("json");
    const linkTo = link ? await accountHolder(services, context) : null;
    const code = typed === undefined ? null : await goodCode(services, context, typed);
    const passage: Passage = { ...newChallenge(), next: nextPath(next), linkTo, code };
    const ticket = { purpose: "openid", value: JSON.stringify(passage), life: LIFE } as const;
    const state = await issueTicket(database, ticket, now());
    const url = await openId.address(state, passage).catch((error: unknown) => {
      services.report.error({ err: error }, "the OpenID provider does not answer");
      throw new Problem(503, "The other site does not answer. Try again in a moment.", {
        code: "provider-down",
      });
    });
    keepState(services, context, state);
    return context.json({ url }, 201);
  });

  api.openapi(end, async (context) => {
    providerOf(services);
    const { cookie } = stateCookie(services);
    const state = getCookie(context, cookie) ?? "";
    const passage = await passageOf(services, context, state);
    keepState(services, context, "");
    if (passage === null) return context.redirect("/sign-in?problem=provider-failed");
    const identity = await identityOf(services, context, state, passage);
    return context.redirect(await arrive(services, context, identity, passage));
  });
}

/** Completes what was begun. Returns the path to go on to, which says what stands in the way if anything does. */
async function arrive(
  services: Services,
  context: Context<ApiEnvironment>,
  identity: Identity | null,
  passage: Passage,
): Promise<string> {
  if (identity === null) return pathBack({ ...passage, linkTo: null }, "provider-failed");
  const { accounts, auth, database, now } = services;
  const { headers } = context.req.raw;
  const { linkTo } = passage;
  if (linkTo !== null) {
    // whoever comes back has to be the one who left
    const person = await identify(auth, headers);
    const isSame = person?.id === linkTo;
    const problem = isSame
      ? await linkIdentity(database, linkTo, identity, now())
      : "provider-failed";
    return problem === null ? passage.next : pathBack(passage, problem);
  }
  const { signUp } = accounts;
  const arrival = await enterByIdentity(services, headers, { identity, signUp, now: now() });
  if (!arrival.ok) return pathBack(passage, arrival.code);
  const { person, cookies } = arrival.entrance;
  await joinByAddress(database, person.id, now());
  setCookies(context, cookies);
  const path = await throughDoor(services, context, passage, person);
  await services.onAccessChange();
  return path;
}

/** Where somebody goes on to who is signed in now: where the code leads that they came with, if any. */
async function throughDoor(
  services: Services,
  context: Context<ApiEnvironment>,
  passage: Passage,
  person: Person,
): Promise<string> {
  const { code, next } = passage;
  if (code === null) return next;
  try {
    const entrance = await findByCode(services, context, code);
    if ((await letIn(services, entrance, person)) !== null) return pathToDoor(passage, {});
    const article = articleAt(next);
    const isThere = article !== null && (await findArticle(services.database, article, person.id));
    return isThere ? next : `/spaces/${entrance.space.spaceId}`;
  } catch (error) {
    if (error instanceof Problem) return pathBack(passage, error.code);
    throw error;
  }
}

/** The page that says what stands in the way; with a code its door, and the code goes with it. */
function pathBack(passage: Passage, problem: ProblemCode): string {
  const { code, linkTo } = passage;
  if (code !== null) return `${pathToDoor(passage, { problem })}#${code}`;
  return `${linkTo === null ? "/sign-in" : "/account"}?problem=${problem}`;
}

/** The page where codes are typed, and people wait. */
function pathToDoor({ next }: Passage, query: Readonly<Record<string, string>>): string {
  const asked = new URLSearchParams({ ...(articleAt(next) !== null && { next }), ...query });
  return asked.size === 0 ? "/join" : `/join?${asked}`;
}

/** The code that was typed, when it opens anything. Counts as a try to come in by it. */
async function goodCode(
  services: Services,
  context: Context<ApiEnvironment>,
  typed: string,
): Promise<string | null> {
  limit(services.limits.joins, callerKey(context), services.now());
  await findByCode(services, context, typed);
  return readCode(typed);
}

function providerOf({ openId }: Services): OpenId {
  if (openId !== null) return openId;
  throw new Problem(422, "This Postil knows no OpenID provider; see POSTIL_OIDC_ISSUER.");
}

async function accountHolder({ auth, database }: Services, context: Context): Promise<string> {
  const person = await identify(auth, context.req.raw.headers);
  if (person !== null && (await accountOf(database, person.id)) !== null) return person.id;
  throw new Problem(403, "Sign in to your account first.", { code: "no-account" });
}

/** What was begun under this state, in this browser; null when nothing was, or too long ago. */
async function passageOf(
  { database, now }: Services,
  context: Context,
  state: string,
): Promise<Passage | null> {
  if (state === "" || context.req.query("state") !== state) return null;
  const value = await redeemTicket(database, "openid", state, now());
  return value === null ? null : passageShape.parse(JSON.parse(value));
}

/** Who the provider says it is; null, and a line in the log, when that cannot be relied on. */
async function identityOf(
  { openId, report }: Services,
  context: Context,
  state: string,
  passage: Passage,
): Promise<Identity | null> {
  try {
    const { search } = new URL(context.req.url);
    return (await openId?.identify(search, state, passage)) ?? null;
  } catch (error) {
    // its messages may hold what people typed at the provider
    const code = error instanceof Error && "code" in error ? error.code : "unknown";
    report.warn({ code }, "a sign-in at the OpenID provider failed");
    return null;
  }
}

/** The cookie that ties a sign-in to the browser in which it was begun. */
function stateCookie({ url }: Services) {
  const isSecure = url.startsWith("https:");
  return { isSecure, cookie: isSecure ? "__Host-postil.openid" : "postil.openid" };
}

/** Keeps the state in the browser; an empty one is forgotten. */
function keepState(services: Services, context: Context, state: string): void {
  const { isSecure, cookie } = stateCookie(services);
  setCookie(context, cookie, state, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure,
    maxAge: state === "" ? 0 : LIFE / 1000,
  });
}
