// What the API tells of spaces, checked where it arrives: in the browser, and in pages.

import * as z from "zod/mini";
import { AUDIT_VERBS } from "#domain/audit.ts";
import { ROLES } from "#domain/person.ts";
import { ARTICLES_FROM, TEMPLATES, VISIBILITIES } from "#domain/space.ts";

const listed = {
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  template: z.enum(TEMPLATES),
  archived: z.boolean(),
};

export const codeSchema = z.object({ code: z.string(), expiresAt: z.string() });

export const spaceSchema = z.object({
  ...listed,
  people: z.int(),
  code: z.nullable(codeSchema),
  settings: z.object({
    articlesFrom: z.enum(ARTICLES_FROM),
    guestsAllowed: z.boolean(),
    waitingRoom: z.boolean(),
    visibility: z.enum(VISIBILITIES),
    namesShown: z.boolean(),
    endsOn: z.nullable(z.string()),
    retentionDays: z.nullable(z.int()),
  }),
});

/** A space as the one who looks at it sees it. */
export type Space = Readonly<z.infer<typeof spaceSchema>>;

/** A code, and the end of its time as ISO 8601. */
export type Code = Readonly<z.infer<typeof codeSchema>>;

export const membersSchema = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      colour: z.int(),
      role: z.enum(ROLES),
      isGuest: z.boolean(),
      isStandIn: z.boolean(),
    }),
  ),
});

export type Member = Readonly<z.infer<typeof membersSchema>["members"][number]>;

export const progressSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      claim: z.int(),
      entity: z.int(),
      framing: z.int(),
      replies: z.int(),
      hidden: z.int(),
      lastAt: z.string(),
    }),
  ),
});

export type Progress = Readonly<z.infer<typeof progressSchema>["people"][number]>;

export const aliasesSchema = z.object({
  aliases: z.array(z.object({ id: z.string(), name: z.string(), alias: z.string() })),
});

export type Alias = Readonly<z.infer<typeof aliasesSchema>["aliases"][number]>;

export const waitingSchema = z.object({
  waiting: z.array(z.object({ id: z.string(), name: z.string(), askedAt: z.string() })),
});

export type Waiting = Readonly<z.infer<typeof waitingSchema>["waiting"][number]>;

export const invitesSchema = z.object({
  invites: z.array(
    z.object({
      id: z.string(),
      role: z.enum(ROLES),
      expiresAt: z.string(),
      usesLeft: z.nullable(z.int()),
      /** The one address that it is for; null: for whoever has it. */
      email: z.nullable(z.string()),
      /** Whether its letter could not be sent. */
      unsent: z.boolean(),
    }),
  ),
});

export const madeInviteSchema = z.object({ id: z.string(), token: z.string() });

/** A link is told where no letter carries it. */
export const invitedSchema = z.object({
  invited: z.array(z.object({ id: z.string(), email: z.string(), link: z.nullable(z.string()) })),
});

export type Invited = Readonly<z.infer<typeof invitedSchema>["invited"][number]>;

export const auditSchema = z.object({
  entries: z.array(
    z.object({
      id: z.int(),
      at: z.string(),
      verb: z.enum(AUDIT_VERBS),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      actor: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
      subject: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
    }),
  ),
});

export type AuditEntry = Readonly<z.infer<typeof auditSchema>["entries"][number]>;

export const joinsSchema = z.object({
  joins: z.array(
    z.object({
      id: z.string(),
      state: z.enum(["waiting", "refused", "in"]),
      space: z.nullable(z.string()),
    }),
  ),
});

/** In, or waiting under this id. */
export const joinedSchema = z.union([
  z.object({ space: z.object({ id: z.string(), name: z.string() }) }),
  z.object({ waits: z.string() }),
]);
