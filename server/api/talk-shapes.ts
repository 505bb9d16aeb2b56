// The JSON of what people say about annotations, and of what is decided about them.

import { z } from "@hono/zod-openapi";
import { KINDS } from "#domain/scheme/scheme.ts";
import { REASON_LENGTH } from "#domain/talk/article-state.ts";
import { MENTIONS, REPLY_LENGTH, VOTES } from "#domain/talk/talk.ts";

/** Somebody by name; a name is null when the person was removed. */
export const namedShape = z.object({
  id: z.string(),
  name: z.string().nullable().openapi({ description: "null: the person was removed." }),
});

const by = z.object({ by: namedShape, at: z.iso.datetime() });

const hidden = by
  .extend({ reason: z.string() })
  .nullable()
  .openapi({ description: "null: it is shown." });

export const replyShape = z
  .object({
    id: z.string(),
    author: namedShape,
    text: z.string(),
    mentions: z.array(z.string()).openapi({ description: "User ids." }),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    hidden,
  })
  .openapi("Reply");

/** What an annotation tells of the talk about it. */
export const talkShape = z.object({
  replies: z.array(replyShape).openapi({ description: "The oldest first." }),
  votes: z.object({ agree: z.int(), disagree: z.int(), unsure: z.int() }),
  voters: z
    .array(by.extend({ vote: z.enum(VOTES) }))
    .openapi({ description: "Who voted how, the oldest vote first." }),
  proposals: z
    .array(
      by.extend({
        kind: z.enum(KINDS),
        label: z.string().nullable(),
        standing: z.enum(["open", "accepted", "declined"]),
      }),
    )
    .openapi({ description: "Other labels that editors proposed." }),
  resolved: by.nullable().openapi({ description: "null: the thread is open." }),
  hidden,
});

/** Text of people may hold half a surrogate pair, which cannot be stored. */
const words = (length: number) =>
  z
    .string()
    .max(length)
    .transform((text) => text.toWellFormed().trim())
    .refine((text) => text.length > 0, "must not be empty");

export const newReplyShape = z
  .strictObject({
    text: words(REPLY_LENGTH),
    mentions: z
      .array(z.string().max(64))
      .max(MENTIONS)
      .optional()
      .openapi({ description: "User ids; their names stand in the text behind an @." }),
  })
  .openapi("NewReply");

export const voteShape = z.strictObject({ vote: z.enum(VOTES) }).openapi("Vote");

export const proposalShape = z
  .strictObject({ kind: z.enum(KINDS), label: z.string().max(64).nullable() })
  .openapi("Proposal");

export const answerShape = z
  .strictObject({ accepted: z.boolean().openapi({ description: "false: the label stays." }) })
  .openapi("Answer");

export const hidingShape = z
  .strictObject({
    reason: words(REASON_LENGTH).openapi({ description: "Everybody can read it." }),
  })
  .openapi("Hiding");
