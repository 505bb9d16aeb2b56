// What the API tells of a file that other tools have annotated, checked where it arrives.

import * as z from "zod/mini";
import { ROLES } from "#domain/person.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { attributeSchema, schemeSchema } from "#domain/scheme/scheme-schema.ts";
import { VISIBILITIES } from "#domain/space.ts";

/** What has no place in Postil, in the order in which it is told; also by what its sentence is named. */
export const LEFT_OUT = [
  "relation",
  "discontinuous",
  "document-label",
  "out-of-text",
  "version",
  "talk",
  "other",
  "file",
] as const;

const count = z.int();

export const annotatedSchema = z.object({
  id: z.string(),
  source: z.string(),
  articles: z.array(
    z.object({
      index: count,
      title: z.nullable(z.string()),
      length: z.nullable(count),
      beginning: z.string(),
      annotations: count,
      archived: z.boolean(),
      /** What was set for it alone. */
      visibility: z.nullable(z.enum(VISIBILITIES)),
      there: z.nullable(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      annotations: count,
      /** Replies, votes and decisions; none, and no annotations: somebody who is only mentioned. */
      said: count,
    }),
  ),
  labels: z.array(
    z.object({
      kind: z.string(),
      label: z.nullable(z.string()),
      /** What the file's own codebook calls it. */
      name: z.nullable(z.string()),
      annotations: count,
    }),
  ),
  /** Names of what is said beyond labels and notes. */
  details: z.array(z.string()),
  /** Those of them that the file's own codebook asks for. */
  attributes: z.array(
    z.object({
      kind: z.enum(KINDS),
      attribute: attributeSchema,
      /** Ids; empty unless it is a choice. */
      chosen: z.array(z.string()),
    }),
  ),
  leftOut: z.record(z.string(), count),
});

export type Annotated = Readonly<z.infer<typeof annotatedSchema>>;
export type FoundArticle = Annotated["articles"][number];
export type FoundPerson = Annotated["people"][number];
export type FoundLabel = Annotated["labels"][number];

export const takenSchema = z.object({
  articles: z.array(
    z.object({
      id: z.nullable(z.string()),
      title: z.string(),
      unfound: count,
      unsaid: count,
      examples: z.array(z.string()),
    }),
  ),
});

export type Taken = Readonly<z.infer<typeof takenSchema>>;

export const codebookSchema = z.object({ scheme: schemeSchema });

export const roleSchema = z.object({ role: z.enum(ROLES) });

export const listedSchema = z.object({
  articles: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      archived: z.boolean(),
      space: z.object({ id: z.string() }),
    }),
  ),
});
