// An article as the library lists it.

export type LibraryArticle = {
  readonly id: string;
  readonly title: string;
  /** BCP 47, or empty when it isn't known. */
  readonly language: string;
  /** When it was added, as a date that people read. */
  readonly added: string;
};
