// Lets a person in whom we know by other means than the accounts library: opens a session of theirs.

import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** Adds `auth.api.openSession`, which no request reaches. */
export const entrance = {
  id: "entrance",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ userId: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.userId);
        if (user === null) throw new Error("a session was to be opened for nobody");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return { session: session.id };
      },
    ),
  },
} satisfies BetterAuthPlugin;
