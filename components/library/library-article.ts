// An article as the library lists it.

export type LibraryArticle = {
  readonly id: string;
  readonly title: string;
  /** BCP 47, or empty when it isn't known. */
  readonly language: string;
  /** The id of its space. */
  readonly space: string;
  readonly tags: readonly string[];
  readonly archived: boolean;
  /** What happened to it last, of what is told to this reader. */
  readonly last: "opened" | "changed" | "added";
  /** When that was, in milliseconds since 1970. */
  readonly at: number;
  /** The same as people read it. */
  readonly when: string;
  /** Whether it was changed since this reader opened it. */
  readonly isNews: boolean;
  /** How many notes of this reader are on it. */
  readonly own: number;
  /** How many notes there are, of how many people; null for those who are not told. */
  readonly all: { readonly people: number; readonly annotations: number } | null;
  /** Whether this reader may archive, bring back, tag and move it. */
  readonly mayArrange: boolean;
};

/** What was opened or changed last stands first. */
export const byRecency = (articles: readonly LibraryArticle[]): LibraryArticle[] =>
  articles.toSorted((one, other) => other.at - one.at);

/** All tags of these articles in the order of a language, each once, whatever its case. */
export function tagsOf(articles: readonly LibraryArticle[], locale: string): string[] {
  const byWord = new Map(articles.flatMap(({ tags }) => tags).map((tag) => [wordOf(tag), tag]));
  return [...byWord.values()].toSorted(new Intl.Collator(locale, { numeric: true }).compare);
}

export const hasTag = ({ tags }: LibraryArticle, wanted: string): boolean =>
  tags.some((tag) => isSameTag(tag, wanted));

export const isSameTag = (one: string, other: string): boolean => wordOf(one) === wordOf(other);

const wordOf = (tag: string): string => tag.toLowerCase();

/** The address of the library with the articles of one tag, null: with all. */
export const tagAddress = (tag: string | null): string =>
  tag === null ? "/" : `/?tag=${encodeURIComponent(tag)}`;
