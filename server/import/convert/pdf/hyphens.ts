// Lines of a paragraph as running text: words that were broken at the end of a line are whole again.

/** Puts lines together. What was one word is seen from the words that the text has elsewhere. */
export class LineJoiner {
  readonly #words: ReadonlySet<string>;

  /** `lines` are all lines of the text. */
  constructor(lines: readonly string[]) {
    this.#words = new Set(lines.flatMap((line) => wordsInside(line)));
  }

  join(lines: readonly string[]): string {
    return lines.reduce((text, line) => (text === "" ? line : this.#append(text, line)), "");
  }

  #append(text: string, line: string): string {
    const end = /(\p{L}+)(\u00ad|[-‐])$/u.exec(text);
    const begin = /^\p{L}+/u.exec(line)?.[0];
    if (end === null || begin === undefined)
      return endsWithout(text, line) ? text + line : `${text} ${line}`;
    const [, start = "", hyphen = ""] = end;
    const isKept = hyphen !== "\u00ad" && this.#isCompound(start, begin);
    return (isKept ? text : text.slice(0, -1)) + line;
  }

  /** Whether the hyphen belongs to the word: what follows is capital, or the text says it so elsewhere. */
  #isCompound(start: string, end: string): boolean {
    if (/^\p{Lu}/u.test(end) && !/^\p{Lu}{2}/u.test(start)) return true;
    if (this.#words.has((start + end).toLowerCase())) return false;
    return this.#words.has(`${start}-${end}`.toLowerCase());
  }
}

/** Words that begin and end on the line, so that they are whole. */
const wordsInside = (line: string): string[] =>
  (line.match(/\p{L}+(?:[-‐]\p{L}+)*(?=[^\p{L}\-‐])/gu) ?? []).map((word) =>
    word.toLowerCase().replaceAll("‐", "-"),
  );

/** Scripts without spaces between words have none between lines either. */
const NO_SPACES = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\u3000-\\u303f\\uff00-\\uffef";
const ENDS = new RegExp(`[${NO_SPACES}]$`, "u");
const BEGINS = new RegExp(`^[${NO_SPACES}]`, "u");

const endsWithout = (text: string, line: string): boolean =>
  (ENDS.test(text) && BEGINS.test(line)) || /[\u2014/]$/.test(text);
