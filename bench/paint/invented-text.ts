// Text without meaning that looks like text: invented words, some frequent and most rare, in
// sentences and paragraphs of natural length.

/** A source of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** Words of a paragraph and of a sentence: between these. */
const PARAGRAPH = { least: 60, most: 100 };
const SENTENCE = { least: 8, most: 24 };

const VOCABULARY = 3000;
const SYLLABLES = { least: 1, most: 3 };
const BEGINNINGS = "b c d f g h k l m n p r s t v w st tr pl".split(" ");
const VOWELS = "a e i o u ea ou".split(" ");
const ENDINGS = ["", "", "n", "r", "s", "t"];

/** A whole number from `least` to `most`, both included. */
export function wholeNumber(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Paragraphs of so many words in all. */
export function inventParagraphs(words: number, random: Random): string[] {
  const vocabulary = Array.from({ length: VOCABULARY }, () => inventWord(random));
  vocabulary.sort((a, b) => a.length - b.length);
  return inPieces(words, PARAGRAPH, random).map((length) =>
    inPieces(length, SENTENCE, random)
      .map((count) => sentence(count, vocabulary, random))
      .join(" "),
  );
}

type Bounds = { readonly least: number; readonly most: number };

/** Cuts a number into pieces of random size; the last one is what is left. */
function inPieces(total: number, { least, most }: Bounds, random: Random): number[] {
  const pieces: number[] = [];
  for (let left = total; left > 0; left -= pieces.at(-1) ?? left) {
    pieces.push(Math.min(left, wholeNumber(random, least, most)));
  }
  return pieces;
}

function sentence(count: number, vocabulary: readonly string[], random: Random): string {
  // squared, so that the first words, which are short, come much more often than others
  const pick = (): string => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? "";
  const words = Array.from({ length: count }, pick).join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function inventWord(random: Random): string {
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const syllables = wholeNumber(random, SYLLABLES.least, SYLLABLES.most);
  return Array.from({ length: syllables }, () => one(BEGINNINGS) + one(VOWELS) + one(ENDINGS)).join(
    "",
  );
}
