// Words by which articles are found in the library: editors choose them freely.

/** How many tags an article may have. */
export const TAGS = 12;

/** The longest tag, in UTF-16 code units. */
export const TAG_LENGTH = 40;

/** A tag as it is kept: one line, without spaces around it; "" for what is none. */
export const cleanTag = (typed: string): string =>
  typed.normalize("NFC").replace(/\s+/gu, " ").trim();

/** The tags without those that are there twice, whatever their case; the first stays as it is written. */
export function distinctTags(tags: readonly string[]): string[] {
  const byWord = new Map<string, string>();
  for (const tag of tags) {
    const word = tag.toLowerCase();
    if (!byWord.has(word)) byWord.set(word, tag);
  }
  return [...byWord.values()];
}
