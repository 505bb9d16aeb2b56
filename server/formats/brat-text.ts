// What the offsets of a brat file count in. brat itself counts every sign of the text, also a byte order
// mark and both signs of a line end of Windows; other programs write such files, too, and read past them.

import { CodePoints } from "./code-points.ts";
import type { NamedFile } from "./format.ts";
import { oneUnitEach, textOf } from "./text-file.ts";

/** A text, and how many code points before it are counted, too. */
export type CountedText = {
  readonly text: string;
  readonly points: CodePoints;
  readonly before: number;
};

/** What a line tells of a passage: its fragments in code points, and its words. */
export type ToldPassage = {
  readonly fragments: readonly (readonly number[])[];
  readonly words: string;
};

/** The text as most of the passages count in it; as brat counts where that tells nothing. */
export function countedText(file: NamedFile, passages: readonly ToldPassage[]): CountedText {
  const text = textOf(file);
  const marks = file.bytes[0] === 0xef && file.bytes[1] === 0xbb ? [1, 0] : [0];
  const texts = new Set([oneUnitEach(text), text.replace(/\r\n?/g, "\n")]);
  const ways = [...texts].flatMap((text) => {
    const points = new CodePoints(text);
    return marks.map((before) => ({ text, points, before }));
  });
  const [way, ...others] = ways.map((way) => ({ way, found: foundIn(way, passages) }));
  if (way === undefined) throw new Error("a text is counted in one way at least");
  return others.reduce((best, next) => (next.found > best.found ? next : best), way).way;
}

/** How many of the passages stand where they are said to. */
const foundIn = (counted: CountedText, passages: readonly ToldPassage[]): number =>
  passages.filter(({ fragments, words }) => {
    const found = fragments.map(([first = 0, last = 0]) =>
      counted.text.slice(unitAt(counted, first), unitAt(counted, last)),
    );
    return found.join(" ") === words;
  }).length;

/** The offset in UTF-16 code units. */
const unitAt = ({ points, before }: CountedText, offset: number): number =>
  points.toUtf16(offset - before);
