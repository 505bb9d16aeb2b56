// What the desk knows of its article besides the text.

import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Template, Visibility } from "#domain/space.ts";

export type DeskArticle = {
  readonly id: string;
  readonly title: string;
  /** Whether the text begins with its own headline. */
  readonly headed: boolean;
  readonly byline: string | null;
  readonly source: string | null;
  /** BCP 47, or empty when it isn't known. */
  readonly language: string;
  readonly space: { readonly id: string; readonly name: string; readonly template: Template };
  /** The scheme of the space when the page was made. */
  readonly scheme: Scheme;
  /** Whose notes were shown then. */
  readonly visibility: Visibility;
  /** Whether this person was shown everybody's notes then. */
  readonly seesAll: boolean;
  /** Whether it is archived, or its space: then nobody writes. */
  readonly archived: boolean;
};
