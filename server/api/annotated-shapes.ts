// The JSON about files that other tools have annotated.

import { z } from "@hono/zod-openapi";
import { FORMAT_IDS } from "#domain/format-ids.ts";
import { nameSchema } from "#domain/person-name.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { LENGTHS } from "#domain/scheme/scheme-schema.ts";
import { LEFT_OUT } from "../formats/read-article.ts";
import { ANNOTATED_LIMITS } from "../import/annotated/annotated.ts";
import { attributeShape } from "./scheme-shapes.ts";
import { visibilityShape } from "./shapes.ts";

const count = z.int().nonnegative();

/** What a file calls the group of a label, and the label. */
const fileLabel = { kind: z.string(), label: z.string().nullable() };

export const annotatedShape = z
  .object({
    id: z.string(),
    source: z.string().openapi({ description: "The name of the file." }),
    format: z.enum(FORMAT_IDS),
    articles: z.array(
      z.object({
        index: z.int(),
        title: z.string().nullable(),
        length: z.int().nullable().openapi({
          description:
            "UTF-16 code units; null when the file tells no text: then an article is named.",
        }),
        beginning: z.string(),
        annotations: count,
        archived: z.boolean().openapi({ description: "Whether it was put away." }),
        visibility: visibilityShape.nullable().openapi({
          description:
            "What was set for it alone. Both count where an editor takes it over as a new one.",
        }),
        there: z
          .object({ id: z.string(), title: z.string() })
          .nullable()
          .openapi({ description: "An article of the space with the same text." }),
      }),
    ),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        annotations: count,
        said: count.openapi({
          description: "Replies, votes and decisions; none, and no annotations: only mentioned.",
        }),
      }),
    ),
    labels: z
      .array(
        z.object({
          ...fileLabel,
          name: z
            .string()
            .nullable()
            .openapi({ description: "What the file's own codebook calls it; null: it has none." }),
          annotations: count,
        }),
      )
      .openapi({ description: "Also those that were only proposed, for no annotations." }),
    attributes: z
      .array(
        z.object({
          kind: z.enum(KINDS),
          attribute: attributeShape,
          chosen: z.array(z.string()).openapi({ description: "Ids, where it is a choice." }),
        }),
      )
      .openapi({ description: "Of what is said, what the file's own codebook asks for." }),
    details: z.array(z.string()).openapi({
      description:
        "What is said beyond labels and notes. Where the codebook does not ask for it, it is added to the note.",
    }),
    leftOut: z.partialRecord(z.enum([...LEFT_OUT, "talk", "file"]), count).openapi({
      description: "What has no place here, counted; talk: mentions of people who are not in it.",
    }),
    hash: z.string().openapi({ description: "SHA-256 of the bytes that came." }),
    fetchedAt: z.iso.datetime(),
  })
  .openapi("AnnotatedImport");

const named = z.string().trim().min(1).max(LENGTHS.name);

const kind = z.enum(KINDS);

export const takeAnnotatedShape = z
  .strictObject({
    import: z.string(),
    articles: z
      .array(
        z.strictObject({
          index: count,
          into: z.string().optional().openapi({
            description: "An article of the space that is annotated; absent: a new one.",
          }),
          title: z.string().max(500).optional(),
        }),
      )
      .min(1)
      .max(ANNOTATED_LIMITS.articles),
    labels: z
      .array(
        z.strictObject({
          ...fileLabel,
          as: z.union([
            z.strictObject({ kind, label: z.string().nullable() }),
            z.strictObject({ kind, name: named }),
          ]),
        }),
      )
      .max(ANNOTATED_LIMITS.labels)
      .openapi({
        description:
          "What each label of the file becomes: one of the codebook, or a new one of this name. Others are left out.",
      }),
    replaceLabels: z.boolean().optional().openapi({
      description: "Whether labels of the codebook that no label of the file becomes are hidden.",
    }),
    newAttributes: z.boolean().optional().openapi({
      description:
        "Whether the codebook asks for what the file's asks, too. Else what it does not ask for is added to the note.",
    }),
    people: z
      .array(
        z.union([
          z.strictObject({ id: z.string(), as: z.literal("mine") }),
          z.strictObject({ id: z.string(), name: nameSchema }),
        ]),
      )
      .max(ANNOTATED_LIMITS.people)
      .openapi({
        description:
          "Whose layer the work of each annotator goes to: the caller's, or that of a stand-in of this name. Others are left out.",
      }),
    preview: z.boolean().optional().openapi({ description: "Only tell what would happen." }),
  })
  .openapi("TakeAnnotated");

export const takenShape = z
  .object({
    articles: z.array(
      z.object({
        index: z.int(),
        id: z.string().nullable().openapi({ description: "Null in a preview of a new one." }),
        title: z.string(),
        annotations: count,
        unfound: count.openapi({ description: "Annotations whose words are not in the text." }),
        examples: z.array(z.string()).openapi({ description: "Words of some of these." }),
        unsaid: count.openapi({
          description:
            "What was said or decided about the others that stays behind: whoever did it is left out, or it is for editors to decide.",
        }),
      }),
    ),
    newLabels: count,
    newAttributes: count.openapi({ description: "Also those with more to choose from." }),
    standIns: z.array(z.string()).openapi({ description: "The names of members that are new." }),
  })
  .openapi("TakenAnnotated");
