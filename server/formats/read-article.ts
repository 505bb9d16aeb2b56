// What a reader of a format finds in a file: annotations that are not yet anybody's here.

import type { ArticleNode } from "#domain/article/article.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import type { Attribute, KindId, Label } from "#domain/scheme/scheme.ts";
import type { Visibility } from "#domain/space.ts";
import type { Vote } from "#domain/talk/talk.ts";

/** Who annotated, as the file tells it: `id` tells apart those of one name. */
export type Annotator = { readonly id: string; readonly name: string };

/** Words to be found in a text that is elsewhere. */
export type QuotePlace = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

type Deed = { readonly by: Annotator; readonly at: string };

export type ReadReply = {
  readonly by: Annotator;
  readonly text: string;
  /** ISO 8601; null when the file does not tell. */
  readonly created: string | null;
  readonly edited: string | null;
  /** Whom it names, by the `id` of annotators, or of those that are `ReadArticle.mentioned`. */
  readonly mentions: readonly string[];
  readonly hidden: (Deed & { readonly reason: string }) | null;
};

/** What was said about an annotation; most formats know nothing of it. */
export type ReadTalk = {
  readonly replies: readonly ReadReply[];
  readonly votes: readonly (Deed & { readonly vote: Vote })[];
  readonly proposals: readonly (Deed & {
    readonly kind: string;
    readonly label: string | null;
    readonly standing: "open" | "accepted" | "declined";
  })[];
  readonly resolved: Deed | null;
  readonly hidden: (Deed & { readonly reason: string }) | null;
};

export type ReadAnnotation = {
  readonly by: Annotator;
  /** What the file calls the group of labels (a layer, a type, a kind); "" when it has none. */
  readonly kind: string;
  /** What the file calls the label; null when it tells none. */
  readonly label: string | null;
  /** UTF-16 code units in `ReadArticle.text`; null when only the quote tells. */
  readonly range: TextRange | null;
  /** Null when only the range tells. */
  readonly quote: QuotePlace | null;
  /** The words as they were when they were annotated, where the file tells: gone since, if there is no range. */
  readonly remembered: QuotePlace | null;
  readonly note: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** ISO 8601; null when the file does not tell. */
  readonly created: string | null;
  readonly talk: ReadTalk | null;
};

/** A text that the article was locked with; `by` is null when nobody knows. */
type ReadVersion = { readonly by: Annotator | null; readonly at: string; readonly text: string };

/** A label of the codebook that the file comes with. */
type ReadLabel = { readonly kind: KindId; readonly label: Label };

/** What that codebook asks of annotations of a kind beyond their label. */
type ReadAttribute = { readonly kind: KindId; readonly attribute: Attribute };

/** What a file may hold that has no place in Postil. */
export const LEFT_OUT = [
  "relation",
  "discontinuous",
  "document-label",
  "out-of-text",
  "version",
  "other",
] as const;

export type LeftOut = (typeof LEFT_OUT)[number];

export type ReadArticle = {
  readonly title: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly language: string | null;
  /** As the source says it. */
  readonly published: string | null;
  readonly tags: readonly string[];
  /** When it was added to where it comes from (ISO 8601); null when the file does not tell. */
  readonly added: string | null;
  /** Whether it was put away there. */
  readonly archived: boolean;
  /** Who was to see whose annotations on it; null when nothing was set for it alone. */
  readonly visibility: Visibility | null;
  /** When it was fetched (ISO 8601), and the SHA-256 of what came then; null when the file does not tell. */
  readonly fetched: { readonly at: string; readonly hash: string } | null;
  /** The oldest first. */
  readonly versions: readonly ReadVersion[];
  /** Who locked it; null when it is not. */
  readonly locked: Deed | null;
  /** People of whom the file tells nothing but that somebody mentioned them. */
  readonly mentioned: readonly Annotator[];
  /** Those that its annotations have, as far as the file tells what they mean. */
  readonly labels: readonly ReadLabel[];
  /** The same of what is said beyond them. */
  readonly attributes: readonly ReadAttribute[];
  /** Null when the file annotates a text that is elsewhere. */
  readonly text: string | null;
  /** Its nodes, whose flat text is `text`; null when the file tells only words. */
  readonly content: readonly ArticleNode[] | null;
  readonly annotations: readonly ReadAnnotation[];
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
};

/** An article of which a file tells nothing but what is given. */
export function readArticle(told: Partial<ReadArticle>): ReadArticle {
  return { ...NOTHING_TOLD, ...told };
}

const NOTHING_TOLD: ReadArticle = {
  title: null,
  byline: null,
  source: null,
  language: null,
  published: null,
  tags: [],
  added: null,
  archived: false,
  visibility: null,
  fetched: null,
  versions: [],
  locked: null,
  mentioned: [],
  labels: [],
  attributes: [],
  text: null,
  content: null,
  annotations: [],
  leftOut: {},
};

/** An annotation of which a file tells nothing but what is given, by nobody in particular. */
export function readAnnotation(told: Partial<ReadAnnotation>): ReadAnnotation {
  return { ...NOTHING_SAID, ...told };
}

const NOTHING_SAID: ReadAnnotation = {
  by: { id: "", name: "" },
  kind: "",
  label: null,
  range: null,
  quote: null,
  remembered: null,
  note: "",
  attributes: {},
  created: null,
  talk: null,
};

/** Of what was left out, only what there was. */
export function someOf(counts: ReadArticle["leftOut"]): ReadArticle["leftOut"] {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
