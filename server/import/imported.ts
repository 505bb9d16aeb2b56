// What comes of everything that is brought in: what the source says of itself, and blocks of our own.

import type { ArticleNode } from "#domain/article/article.ts";
import type { Notice } from "#domain/article/notices.ts";

/** What is to be read. */
export type GivenFile = {
  readonly bytes: Uint8Array;
  /** The name of a file as its owner calls it; "" when it has none. */
  readonly name: string;
  /** The content type that somebody claims, with its parameters; null when nobody does. */
  readonly contentType: string | null;
  /** The address that the bytes came from, after all redirects; null when they came from a person. */
  readonly url: string | null;
};

export type Imported = {
  /** One line; "" when nothing says. */
  readonly title: string;
  readonly byline: string | null;
  /** An ISO date, or date and time, as the source says it. */
  readonly published: string | null;
  /** An address, or the name of a file. */
  readonly source: string | null;
  /** A BCP 47 tag. */
  readonly language: string | null;
  /** Never empty. */
  readonly nodes: readonly ArticleNode[];
  /** Each code at most once. */
  readonly notices: readonly Notice[];
};

/** Reads one kind of file. Rejects with Unreadable for what cannot be read. */
export type Converter = (file: GivenFile) => Promise<Imported>;
