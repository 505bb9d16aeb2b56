// Where else the article says the same words, and this person has not marked them so.

import type { ArticleText, TextRange } from "#domain/article/article-text.ts";
import { mentionsOf } from "#domain/article/mentions.ts";
import type { KindId } from "#domain/scheme/scheme.ts";
import type { ArticleSession } from "../../session/article-session.ts";

/** As many places are marked at once at most. */
export const MENTIONS = 500;

/** Longer words are no name, in UTF-16 code units. */
const NAME = 80;

/** The places that say these words; none for what is too long to be a name. */
export function placesOf(article: ArticleText, words: string): readonly TextRange[] {
  return words.length > NAME ? [] : mentionsOf(article, words);
}

/** Those of the places that this person has not marked as this kind. */
export function unmarked(
  { index, me }: ArticleSession,
  places: readonly TextRange[],
  kind: KindId,
): readonly TextRange[] {
  return places.filter(
    ({ start, end }) =>
      !index.at(start).some(({ annotation, range }) => {
        const isSame = range?.start === start && range.end === end;
        return isSame && annotation.author === me.id && annotation.kind === kind;
      }),
  );
}
