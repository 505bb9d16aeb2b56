// The JSON of spaces, of who is in them and of how people come in.

import { z } from "@hono/zod-openapi";
import { INVITED_AT_ONCE } from "#domain/addresses.ts";
import { AUDIT_VERBS } from "#domain/audit.ts";
import { CODE_DAYS } from "#domain/join-code.ts";
import { ROLES } from "#domain/person.ts";
import { nameSchema } from "#domain/person-name.ts";
import {
  ARTICLES_FROM,
  MOST_RETENTION,
  SPACE_NAME_LENGTH,
  TEMPLATES,
  VISIBILITIES,
} from "#domain/space.ts";
import { REASON_LENGTH } from "#domain/talk/article-state.ts";
import { LETTER_LANGUAGES } from "../accounts/recovery-letter.ts";
import { emailShape } from "./account-shapes.ts";
import { namedShape } from "./talk-shapes.ts";

const name = z
  .string()
  .transform((text) => text.normalize("NFC").toWellFormed().replace(/\s+/gu, " ").trim())
  .refine((text) => text.length > 0, "Please type a name.")
  .refine(
    (text) => text.length <= SPACE_NAME_LENGTH,
    `A name has at most ${SPACE_NAME_LENGTH} characters.`,
  )
  .refine((text) => !/[\p{Cc}\p{Co}]/u.test(text), "A name cannot hold hidden characters.");

const settings = z.strictObject({
  articlesFrom: z.enum(ARTICLES_FROM).openapi({ description: "Who may add articles." }),
  guestsAllowed: z.boolean(),
  waitingRoom: z.boolean().openapi({ description: "Whether who comes by the code waits." }),
  visibility: z.enum(VISIBILITIES).openapi({
    description: "Of all articles whose editors set nothing else.",
  }),
  namesShown: z.boolean().openapi({
    description: "Whether members who are no editors read each other's names.",
  }),
  endsOn: z.iso.date().nullable().openapi({ description: "null: when it is archived." }),
  retentionDays: z.int().min(1).max(MOST_RETENTION).nullable().openapi({
    description: "How many days after the end guests are erased; null: never.",
  }),
});

const code = z
  .object({ code: z.string(), expiresAt: z.iso.datetime() })
  .nullable()
  .openapi({ description: "null: the code is closed, or the caller is no editor." });

const listed = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  template: z.enum(TEMPLATES),
  archived: z.boolean(),
});

export const listedSpacesShape = z.object({
  spaces: z.array(
    listed.extend({
      mayAdd: z.boolean().openapi({ description: "Whether the caller may add articles." }),
    }),
  ),
  mayMake: z.boolean().openapi({ description: "Whether the caller may make spaces." }),
});

export const spaceDetailsShape = listed
  .extend({ settings, people: z.int(), code })
  .openapi("SpaceDetails");

export const newSpaceShape = z
  .strictObject({ name, template: z.enum(TEMPLATES) })
  .openapi("NewSpace");

export const spaceChangeShape = settings
  .extend({ name, archived: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must name something to change")
  .openapi("SpaceChange");

export const spaceEndShape = z
  .strictObject({ name: z.string().max(1000).openapi({ description: "The name of the space." }) })
  .openapi("SpaceEnd");

export const membersShape = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      colour: z.int().nonnegative(),
      role: z.enum(ROLES),
      isGuest: z.boolean(),
      isStandIn: z
        .boolean()
        .openapi({ description: "Stands for an annotator of a file: nobody comes in as them." }),
      joinedAt: z.iso.datetime(),
    }),
  ),
});

export const roleShape = z.strictObject({ role: z.enum(ROLES) }).openapi("NewRole");

export const aliasesShape = z
  .object({
    aliases: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        alias: z.string().openapi({ description: "What other members call them." }),
      }),
    ),
  })
  .openapi("Aliases");

export const progressShape = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      claim: z.int(),
      entity: z.int(),
      framing: z.int(),
      replies: z.int(),
      hidden: z.int().openapi({ description: "How many of the annotations are hidden." }),
      lastAt: z.iso.datetime().openapi({ description: "When they last wrote something." }),
    }),
  ),
});

export const hidingAllShape = z
  .strictObject({ reason: z.string().trim().max(REASON_LENGTH) })
  .openapi("HidingAll");

/** Days that a link may be good. */
const INVITE_DAYS = 90;

/** How many may come by a link that is not for all. */
const INVITE_USES = 1000;

export const newInviteShape = z
  .strictObject({
    role: z.enum(ROLES),
    days: z.int().min(1).max(INVITE_DAYS),
    uses: z.int().min(1).max(INVITE_USES).nullable().openapi({ description: "null: for all." }),
  })
  .openapi("NewInvite");

const invite = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  expiresAt: z.iso.datetime(),
  usesLeft: z.int().nullable(),
  email: z
    .string()
    .nullable()
    .openapi({ description: "The one address that it is for; null: for whoever has it." }),
  unsent: z.boolean().openapi({ description: "Whether its letter could not be sent." }),
});

export const invitesShape = z.object({ invites: z.array(invite) });

export const madeInviteShape = z.object({
  id: z.string(),
  token: z.string().openapi({ description: "Told this once: the link is /join/TOKEN." }),
});

/** Days that an invite for one address may be good: so long the address is kept. */
const PERSONAL_DAYS = 30;

export const newPersonalInvitesShape = z
  .strictObject({
    emails: z.array(emailShape).min(1).max(INVITED_AT_ONCE),
    role: z.enum(ROLES),
    days: z.int().min(1).max(PERSONAL_DAYS),
    language: z
      .enum(LETTER_LANGUAGES)
      .default("en")
      .openapi({ description: "Of the letters, where this Postil sends any." }),
  })
  .openapi("NewPersonalInvites");

export const invitedShape = z.object({
  invited: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      link: z.url().nullable().openapi({
        description: "Told this once, to be handed over; null: it is on its way by mail.",
      }),
    }),
  ),
});

export const inviteTokenShape = z.string().max(64);

export const newCodeShape = z
  .strictObject({ days: z.int().min(1).max(CODE_DAYS).optional() })
  .openapi("NewCode");

export const openCodeShape = z.object({ code: z.string(), expiresAt: z.iso.datetime() });

export const joiningShape = z
  .union([
    z.strictObject({ code: z.string().max(64), name: nameSchema.optional() }),
    z.strictObject({ token: z.string().max(64), name: nameSchema.optional() }),
  ])
  .openapi("Joining");

export const joinedShape = z.object({
  space: z.object({ id: z.string(), name: z.string() }),
});

export const waitsShape = z.object({
  waits: z.string().openapi({ description: "The id under which GET /api/joins lists it." }),
});

export const joinsShape = z.object({
  joins: z.array(
    z.object({
      id: z.string(),
      state: z.enum(["waiting", "refused", "in"]),
      space: z.string().nullable().openapi({ description: "Its id, once the caller is in." }),
    }),
  ),
});

export const waitingShape = z.object({
  waiting: z.array(z.object({ id: z.string(), name: z.string(), askedAt: z.iso.datetime() })),
});

const userIds = z.array(z.string().max(64)).max(500);

export const admissionShape = z
  .strictObject({
    admit: userIds.default([]),
    refuse: userIds.default([]),
    recall: userIds.default([]).openapi({ description: "Those who were refused, to wait again." }),
  })
  .openapi("Admission");

export const auditShape = z.object({
  entries: z.array(
    z.object({
      id: z.int(),
      at: z.iso.datetime(),
      verb: z.enum(AUDIT_VERBS),
      actor: namedShape.nullable(),
      subject: namedShape.nullable().openapi({ description: "A person or an article." }),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
});
