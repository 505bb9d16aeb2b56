// An article as the library lists it.

export type LibraryArticle = {
  readonly id: string;
  readonly title: string;
  readonly space: { readonly id: string; readonly name: string };
  readonly language: string;
  /** When it was added, as a date that people read. */
  readonly added: string;
};
