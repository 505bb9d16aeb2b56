// What a format is: how an article with annotations becomes files, and files become one again.

import type { Facet } from "#domain/format-facets.ts";
import type { MarkedAnnotation, MarkedArticle } from "./marked-article.ts";
import type { ReadArticle } from "./read-article.ts";

/** A file that a format makes or reads. `name` has no folder unless the format asks for one. */
export type NamedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The same bytes in pieces; what is the very same piece in other files, too, is packed once. */
  readonly pieces?: readonly Uint8Array[];
};

/** How files of a format are made. */
export type Writer = {
  /** What it carries; the rest is lost, and counted by `lossesOf`. */
  readonly carries: ReadonlySet<Facet>;
  /** How much is lost even so of what it carries, such as what is too long; counted as by `lossesOf`. */
  readonly loses?: (kept: MarkedArticle) => Readonly<Partial<Record<Facet, number>>>;
  /** Those annotations for which it has no place at all; absent: orphans. */
  readonly omits?: (marked: MarkedArticle) => ReadonlySet<MarkedAnnotation>;
  /**
   * The files, the first being the one that people open. Several are sent as a zip. Runs beside the
   * server, so it may take its time.
   *
   * @param stem What file names begin with, safe on every system.
   */
  readonly write: (marked: MarkedArticle, stem: string) => NamedFile[] | Promise<NamedFile[]>;
};

/** How files of a format are read. */
export type Reader = {
  /** Whether these files look like the format: cheap, and never throws. */
  readonly recognises: (files: readonly NamedFile[]) => boolean;
  /**
   * The articles that the files hold. What has no place in Postil is counted in `leftOut`.
   *
   * @throws {UnreadableFile} With a code that says what is wrong.
   */
  readonly read: (files: readonly NamedFile[]) => ReadArticle[] | Promise<ReadArticle[]>;
};

export type Format = {
  /** The ending of its file, without a dot; "zip" is added where there are several. */
  readonly extension: string;
  readonly mediaType: string;
  readonly writer: Writer | null;
  readonly reader: Reader | null;
};

/** Why a file cannot be read as its format. */
export type FileFault = "not-this-format" | "no-text" | "offsets-wrong" | "too-deep";

export class UnreadableFile extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}
