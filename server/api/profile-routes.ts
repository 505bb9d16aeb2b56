// What people change about their account besides the password: the name that others see.

import { createRoute, z } from "@hono/zod-openapi";
import { nameSchema } from "#domain/person-name.ts";
import { rename } from "../accounts/sessions.ts";
import { problems } from "./problem.ts";
import { asksAccount } from "./registry.ts";
import type { Api, Services } from "./services.ts";

const name = createRoute({
  ...asksAccount,
  method: "put",
  path: "/api/account/name",
  summary: "Change the name that others see",
  request: {
    body: {
      content: { "application/json": { schema: z.strictObject({ name: nameSchema }) } },
      required: true,
    },
  },
  responses: { 204: { description: "It is changed." }, ...problems(400, 401, 403) },
});

export function addProfileRoutes(api: Api, { auth }: Services): void {
  api.openapi(name, async (context) => {
    await rename(auth, context.var.person, context.req.valid("json").name);
    return context.body(null, 204);
  });
}
