// What every answer that lets somebody in has: who it is, and the cookies.

import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { personShape } from "./shapes.ts";

/** An answer that tells the person, for a route's description. */
export const userAnswer = (description: string) => ({
  description,
  content: { "application/json": { schema: z.object({ user: personShape }) } },
});

export function setCookies(context: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) context.header("Set-Cookie", cookie, { append: true });
}
