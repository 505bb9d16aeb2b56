// The JSON that goes in and out, described once: for checking, for types and for openapi.json.

import { z } from "@hono/zod-openapi";
import { NOTE_LENGTH, QUOTE_LENGTH } from "#domain/annotation/annotation.ts";
import { ATTRIBUTE_LENGTH, ATTRIBUTES } from "#domain/annotation/layer.ts";
import { ARTICLE_LENGTH, type ArticleNode } from "#domain/article/article.ts";
import { LINE_LENGTH } from "#domain/article/bounds.ts";
import { cleanTag, distinctTags, TAG_LENGTH, TAGS } from "#domain/article/tags.ts";
import { ROLES } from "#domain/person.ts";
import { nameSchema } from "#domain/person-name.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { TEMPLATES, VISIBILITIES } from "#domain/space.ts";
import { PARAGRAPHS } from "../import/parse-imported.ts";
import { emailShape, newPasswordShape } from "./account-shapes.ts";
import { namedShape, talkShape } from "./talk-shapes.ts";

/** Text of people may hold half a surrogate pair, which cannot be stored. */
const wellFormed = (text: string): string => text.toWellFormed();

const line = z
  .string()
  .max(LINE_LENGTH)
  .transform((text) => wellFormed(text).replace(/\s+/gu, " ").trim());

const filledLine = line.refine((text) => text.length > 0, "must not be empty");

const newLanguage = z
  .string()
  .max(35)
  .refine(isLanguage, "must be a language tag such as en or pt-BR")
  .openapi({ example: "en" });

/** The longest address of a page, in UTF-16 code units. */
const ADDRESS_LENGTH = 2000;

export const addressShape = z
  .string()
  .max(ADDRESS_LENGTH)
  .openapi({ description: "A page of the public web.", example: "https://news.example/story" });

const offset = z.int().nonnegative().openapi({ description: "In UTF-16 code units." });

export const personShape = z
  .object({ id: z.string(), name: z.string(), colour: z.int().nonnegative() })
  .openapi("Person");

const spaceShape = z
  .object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })
  .openapi("Space");

const summary = z.object({
  id: z.string(),
  title: z.string(),
  language: z.string().nullable().openapi({ description: "A BCP 47 tag; null: unknown." }),
  space: spaceShape,
  tags: z.array(z.string()),
  archived: z.boolean().openapi({ description: "Put away: it can be read, and nothing else." }),
  createdAt: z.iso.datetime().openapi({
    description:
      "When it was added; one that came in Postil's own file has its first time in files.",
  }),
});

export const summaryShape = summary.openapi("ArticleSummary");

export const listedArticleShape = summary
  .extend({
    changedAt: z.iso.datetime().openapi({ description: "Its title or its text." }),
    openedAt: z.iso.datetime().nullable().openapi({ description: "By the caller, last." }),
    own: z.int().openapi({ description: "How many annotations of the caller are on it." }),
    all: z
      .object({ people: z.int(), annotations: z.int() })
      .nullable()
      .openapi({ description: "How many there are in all, and of how many people; for editors." }),
    mayArrange: z.boolean().openapi({
      description: "Whether the caller may archive, bring back, tag and move it.",
    }),
  })
  .openapi("ListedArticle");

export const visibilityShape = z.enum(VISIBILITIES).openapi("Visibility", {
  description: "open: everyone sees everyone's annotations; own: only their own and editors'.",
});

export const nodeShape = z.custom<ArticleNode>().openapi("ArticleNode", {
  type: "object",
  description: "A node as ProseMirror writes it in JSON: type, attrs, content, text, marks.",
});

export const articleShape = summary
  .extend({
    byline: z.string().nullable(),
    source: z.string().nullable(),
    published: z.string().nullable().openapi({ description: "As the source says it." }),
    fetchedAt: z.iso.datetime().nullable().openapi({ description: "Null: it was typed." }),
    sourceHash: z.string().nullable().openapi({ description: "SHA-256 of the bytes that came." }),
    role: z.enum(ROLES).openapi({ description: "What the caller may do." }),
    text: z.string().openapi({ description: "Blocks with an empty line between them." }),
    hash: z.string().openapi({ description: "SHA-256 of the text as UTF-8, in hexadecimal." }),
    locked: z.boolean(),
    scheme: z.string().openapi({ description: "The id of the label scheme." }),
    template: z.enum(TEMPLATES).openapi({ description: "What the space began as." }),
    visibility: visibilityShape,
    seesAll: z.boolean().openapi({ description: "Whether the caller sees everybody's notes." }),
    archived: z
      .boolean()
      .openapi({ description: "Whether it is, or its space: then nobody writes." }),
    blocks: z.array(z.object({ type: z.string(), start: offset, end: offset })),
    content: z.array(nodeShape),
  })
  .openapi("Article");

export const withoutShape = z
  .array(z.int().nonnegative())
  .max(PARAGRAPHS)
  .openapi({ description: "Which blocks of the import are left out." });

export const newArticleShape = z
  .strictObject({
    space: z.string().optional().openapi({ description: "Absent: the first that allows it." }),
    title: filledLine.optional().openapi({ description: "Needed with text." }),
    text: z.string().max(ARTICLE_LENGTH).transform(wellFormed).optional(),
    import: z.string().optional().openapi({ description: "The id of what was brought in." }),
    without: withoutShape.optional(),
    url: addressShape.optional(),
    language: newLanguage.optional(),
    byline: line.optional(),
    source: line.optional(),
  })
  .refine(
    ({ text, import: id, url }) =>
      [text, id, url].filter((each) => each !== undefined).length === 1,
    "must have one of text, import and url",
  )
  .refine(({ text, title }) => text === undefined || title !== undefined, {
    path: ["title"],
    message: "must not be empty",
  })
  .openapi("NewArticle", {
    oneOf: [{ required: ["title", "text"] }, { required: ["import"] }, { required: ["url"] }],
  });

const tag = z
  .string()
  .transform((text) => cleanTag(wellFormed(text)))
  .refine((text) => text.length > 0, "must not be empty")
  .refine((text) => text.length <= TAG_LENGTH, `has at most ${TAG_LENGTH} characters`)
  .refine((text) => !/[\p{Cc}\p{Cf}\p{Co}]/u.test(text), "cannot hold hidden characters");

const tags = z.array(tag).max(TAGS).transform(distinctTags).openapi({
  description: "Words by which it is found in the library.",
});

export const articleChangeShape = z
  .strictObject({ locked: z.boolean(), title: filledLine, archived: z.boolean(), tags })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must name something to change")
  .openapi("ArticleChange");

export const newCopyShape = z
  .strictObject({
    space: z.string().optional().openapi({ description: "Absent: the article's own." }),
    title: filledLine.optional().openapi({ description: "Absent: the same." }),
  })
  .openapi("NewCopy");

export const movedShape = z.strictObject({ space: z.string() }).openapi("NewPlace");

export const annotationShape = z
  .object({
    id: z.string(),
    kind: z.enum(KINDS),
    label: z.string().nullable(),
    quote: z.string().openapi({ description: "The words as they were when they were annotated." }),
    prefix: z.string().openapi({ description: "What stood before them then." }),
    suffix: z.string().openapi({ description: "What stood behind them then." }),
    start: offset.nullable(),
    end: offset.nullable(),
    orphan: z.boolean().openapi({ description: "Whether its words are no longer in the text." }),
    author: namedShape,
    note: z.string(),
    attributes: z.record(z.string(), z.string()).openapi({
      description: "What the scheme's attributes say of it; only those that were filled in.",
    }),
    createdAt: z.iso.datetime(),
  })
  .extend(talkShape.shape)
  .openapi("Annotation");

const kind = z.enum(KINDS);
const label = z.string().max(64).nullable();
const note = z.string().max(NOTE_LENGTH).transform(wellFormed);
const attributesShape = z
  .record(z.string().max(64), z.string().max(ATTRIBUTE_LENGTH).transform(wellFormed))
  .refine((attributes) => Object.keys(attributes).length <= ATTRIBUTES, "are too many")
  .openapi({ description: 'Those to be changed; "" takes one away.' });
const words = z.string().max(QUOTE_LENGTH).transform(wellFormed);

const quoteShape = z.strictObject({
  exact: words.refine((text) => text.trim() !== "", "must not be empty"),
  prefix: words.optional(),
  suffix: words.optional(),
});

const said = {
  kind,
  label: label.optional(),
  note: note.optional(),
  attributes: attributesShape.optional(),
};

export const newAnnotationShape = z
  .union([
    z.strictObject({
      ...said,
      start: offset,
      end: offset,
    }),
    z.strictObject({ ...said, quote: quoteShape }),
  ])
  .openapi("NewAnnotation");

export const annotationChangeShape = z
  .strictObject({ kind, label, note, attributes: attributesShape })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must name something to change")
  .openapi("AnnotationChange");

export const highlightsShape = z.object({
  highlights: z.array(z.tuple([z.int(), z.int(), z.int(), z.enum(KINDS)])).openapi({
    description: "Block, start and end inside the block, and the kind.",
  }),
});

export const guestShape = z.strictObject({ name: nameSchema.optional() }).openapi("NewGuest");

export const ownerShape = z
  .strictObject({
    token: z.string().max(64),
    name: nameSchema.optional(),
    account: z.strictObject({ email: emailShape, password: newPasswordShape }).optional(),
  })
  .openapi("OwnerClaim");

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // Intl refuses by throwing RangeError
  }
}
