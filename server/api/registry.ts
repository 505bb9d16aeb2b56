// What each route asks of whoever calls it: said where the route is defined, checked there before its
// body is read and after, and told in openapi.json. A route that asks nothing has to say so.

import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { mayWithRole, type Verb } from "../access/authorize.ts";
import type { Visitor } from "../access/visitors.ts";
import {
  type AccountHolder,
  memberOf,
  refusalOf,
  requireAccount,
  requirePerson,
  requireVisitor,
  type SpaceMember,
  sendsFile,
  type Visit,
  visit,
} from "./guard.ts";
import { Problem } from "./problem.ts";
import type { ApiEnvironment } from "./services.ts";

/** Nothing, a session (or a token, too), an account, or a role that may do this to what the path names. */
export type Demand = "nothing" | "session" | "session or token" | "account" | Verb;

/** For the definition of a route that anybody may call. */
export const asksNothing = { "x-asks": "nothing" satisfies Demand, security: [] };

/** For a route that is about the caller: whoever has no session is told 401, a token 403. */
export const asksSession = {
  "x-asks": "session" satisfies Demand,
  middleware: createMiddleware<With<Visitor>>(async (context, next) => {
    const check = () => requirePerson(context.var.services, context);
    keepVisitor(context, await twice(context, check));
    await next();
  }),
};

/** The same where a token will do; the route has to keep to its reach. */
export const asksSessionOrToken = {
  "x-asks": "session or token" satisfies Demand,
  middleware: createMiddleware<With<Visitor>>(async (context, next) => {
    const check = () => requireVisitor(context.var.services, context);
    keepVisitor(context, await twice(context, check));
    await next();
  }),
};

/** The same, for people with an account: guests are told 403. */
export const asksAccount = {
  "x-asks": "account" satisfies Demand,
  middleware: createMiddleware<With<AccountHolder>>(async (context, next) => {
    const check = () => requireAccount(context.var.services, context);
    const { person, account } = await twice(context, check);
    context.set("person", person);
    context.set("account", account);
    await next();
  }),
};

/**
 * For a route below `{articleId}`: strangers are told 404, and 403 who may do `verb` to nothing
 * there. What it needs beyond the role (an own layer, an open text), the route still has to demand.
 */
export const asksAtArticle = (verb: Verb) => ({
  "x-asks": verb satisfies Demand,
  middleware: createMiddleware<With<{ readonly visit: Visit }>>(async (context, next) => {
    const check = async (): Promise<Visit> => {
      const at = await visit(context.var.services, context, named(context, "articleId"));
      if (!mayWithRole(at.actor, verb)) throw refusalOf(verb, at.actor);
      return at;
    };
    context.set("visit", await twice(context, check));
    await next();
  }),
});

/** The same, for a route below `{spaceId}`. */
export const asksInSpace = (verb: Verb) => ({
  "x-asks": verb satisfies Demand,
  middleware: createMiddleware<With<{ readonly member: SpaceMember }>>(async (context, next) => {
    const check = async (): Promise<SpaceMember> => {
      const member = await memberOf(context.var.services, context, named(context, "spaceId"));
      if (!mayWithRole(member, verb)) throw refusalOf(verb, member);
      return member;
    };
    context.set("member", await twice(context, check));
    await next();
  }),
});

/**
 * Checks before a body is read, for whoever may not has nothing to send, and again once it has come: who
 * sends slowly may be somebody else by then. Throws what `check` throws.
 */
async function twice<T>(context: Context, check: () => Promise<T>): Promise<T> {
  const before = await check();
  // a file is read in pieces, and in its turn, by its route, which checks then
  if (!sendsBody(context) || sendsFile(context)) return before;
  // it is kept for whoever reads it; what is wrong with it, that one tells
  await context.req.arrayBuffer().catch(() => {});
  return await check();
}

/** Whether a body comes behind the head of a request, which says so: by its length, or that it comes in pieces. */
const sendsBody = ({ req }: Context): boolean =>
  req.header("transfer-encoding") !== undefined || Number(req.header("content-length") ?? 0) !== 0;

function keepVisitor(context: Context<With<Visitor>>, { person, session, reach }: Visitor): void {
  context.set("person", person);
  context.set("session", session);
  context.set("reach", reach);
}

type With<V extends object> = ApiEnvironment & { Variables: V };

/** The routes of an API, as `GET /api/session`, with what each asks. Throws for a route that does not say. */
export function registryOf(api: OpenAPIHono<ApiEnvironment>): ReadonlyMap<string, Demand> {
  const routes = api.openAPIRegistry.definitions.flatMap((each) =>
    each.type === "route" ? [each.route] : [],
  );
  return new Map(
    routes.map(({ method, path, "x-asks": demand }) => {
      const route = `${method.toUpperCase()} ${path}`;
      if (demand === undefined) throw new Error(`${route} does not say what it asks.`);
      return [route, demand];
    }),
  );
}

function named(context: Context, parameter: string): string {
  const value = context.req.param(parameter);
  if (value === undefined) throw new Problem(404, "There is nothing here. See /api/openapi.json.");
  return value;
}
