// Inviting people into a space by their e-mail addresses, and coming in by such an invite.

import { createRoute, z } from "@hono/zod-openapi";
import { inviteLetter } from "../accounts/invite-letter.ts";
import type { LetterLanguage } from "../accounts/recovery-letter.ts";
import {
  INVITED_A_DAY,
  invitePeople,
  joinByPersonalInvite,
  type MadeInvite,
  noteUnsent,
  type PersonalJoin,
} from "../store/personal-invites.ts";
import { noSuchInvite } from "./come-in.ts";
import { limit, type SpaceMember } from "./guard.ts";
import { demandReach } from "./people-routes.ts";
import { Problem, problems } from "./problem.ts";
import { asksAccount, asksInSpace } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import {
  invitedShape,
  inviteTokenShape,
  joinedShape,
  newPersonalInvitesShape,
} from "./space-shapes.ts";

const DAY = 24 * 60 * 60_000;

const invite = createRoute({
  ...asksInSpace("invite.make"),
  method: "post",
  path: "/api/spaces/{spaceId}/invites/people",
  summary: "Invite people by their e-mail addresses",
  description:
    "Each gets a link that works once, for an account with that address. The answer is the same whether there is one.",
  request: {
    params: z.object({ spaceId: z.string() }),
    body: {
      content: {
        "application/json": {
          schema: newPersonalInvitesShape,
        },
      },
      required: true,
    },
  },
  responses: {
    201: {
      description: "The invites.",
      content: { "application/json": { schema: invitedShape } },
    },
    ...problems(400, 401, 403, 404, 429),
  },
});

const join = createRoute({
  ...asksAccount,
  method: "post",
  path: "/api/joins/personal",
  summary: "Come into a space by an invite that is for the caller's address",
  request: {
    body: {
      content: { "application/json": { schema: z.strictObject({ token: inviteTokenShape }) } },
      required: true,
    },
  },
  responses: {
    200: {
      description: "The caller is in.",
      content: { "application/json": { schema: joinedShape } },
    },
    ...problems(400, 401, 403, 404, 429),
  },
});

export function addPersonalInviteRoutes(api: Api, services: Services): void {
  const { database, limits, now } = services;

  api.openapi(invite, async (context) => {
    const { member } = context.var;
    const { role, days, emails, language } = context.req.valid("json");
    demandReach(member, role);
    limit(limits.invites, member.userId, now());
    const wanted = {
      spaceId: context.req.valid("param").spaceId,
      role,
      expiresAt: now() + days * DAY,
      people: [...new Set(emails)].map((email) => ({ email, mailed: mayMail(services, email) })),
    };
    const made = await invitePeople(database, wanted, { userId: member.userId, at: now() });
    if (made === null) throw enoughInvited();
    // not waited for: how long a mail server takes is nobody's business
    void sendAll(services, member, made, { days, language });
    const { url } = services;
    const invited = made.map(({ id, email, mailed, token }) => ({
      ...{ id, email },
      link: mailed ? null : linkOf(url, token),
    }));
    return context.json({ invited }, 201);
  });

  api.openapi(join, async (context) => {
    const { account, person } = context.var;
    limit(limits.joins, person.id, now());
    const comer = { userId: person.id, email: account.email };
    const { token } = context.req.valid("json");
    const joined = await joinByPersonalInvite(database, token, comer, now());
    if (!joined.ok) throw inviteProblem(joined.why);
    await services.onAccessChange();
    return context.json({ space: joined.space }, 200);
  });
}

export const inviteProblem = (code: Extract<PersonalJoin, { ok: false }>["why"]): Problem =>
  code === "no-such-invite"
    ? noSuchInvite()
    : new Problem(
        403,
        "This invitation is for another e-mail address. Sign in to the account with that address.",
        { code },
      );

const enoughInvited = (): Problem =>
  new Problem(429, `At most ${INVITED_A_DAY} people are invited in a day. Go on tomorrow.`, {
    code: "enough-invited",
    retryAfter: 60 * 60,
  });

/** The token is in the fragment, which no browser sends along. */
const linkOf = (url: string, token: string): string => `${url}/invited#${token}`;

/** Whether a letter goes to this address: few do in a day, whoever asks for them. */
const mayMail = ({ limits, now, post }: Services, email: string): boolean =>
  post !== null && limits.invitations.take(email, now()) === 0;

/** Never rejects. */
async function sendAll(
  { database, post, report, url }: Services,
  { userId, space }: SpaceMember,
  made: readonly MadeInvite[],
  { days, language }: { readonly days: number; readonly language: LetterLanguage },
): Promise<void> {
  try {
    const { name: by } = await database
      .selectFrom("user")
      .where("id", "=", userId)
      .select("name")
      .executeTakeFirstOrThrow();
    for (const { id, email, mailed, token } of made) {
      if (!mailed || !post) continue;
      const told = { by, space: space.name, place: url, link: linkOf(url, token), days };
      const isSent = await post.send(inviteLetter(email, told, language));
      if (!isSent) await noteUnsent(database, id);
    }
  } catch (error) {
    report.error({ err: error }, "letters to those who were invited could not be written");
  }
}
