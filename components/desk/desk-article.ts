// What the desk knows of its article besides the text.

export type DeskArticle = {
  readonly id: string;
  readonly title: string;
  /** Whether the text begins with its own headline. */
  readonly headed: boolean;
  readonly byline: string | null;
  readonly source: string | null;
  /** BCP 47, or empty when it isn't known. */
  readonly language: string;
  readonly space: string;
};
