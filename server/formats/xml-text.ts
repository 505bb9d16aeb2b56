// Words as XML can hold them.

/** What XML has no way to write, not even as a reference. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The same words, with U+FFFD for each unit that XML cannot hold: as many units as before. */
export function xmlWords(words: string): string {
  return words.toWellFormed().replace(FORBIDDEN, "\ufffd");
}
