// What nobody writes by hand: letters, labels and names that are made to break a format, and damaged files.

import fc from "fast-check";
import type { NamedFile } from "./format.ts";
import { markedPassage, markedText } from "./formats.test-kit.ts";
import type { MarkedArticle } from "./marked-article.ts";
import { textFile } from "./text-file.ts";

const SIGNS = [
  ..."ab \t\n\\|*_[](){}<>&\"'`#;:=,-",
  ...["\r", "\r\n", "\u0001", "\u0008", "\u000b", "\u000c", "\u001f", "\u007f", "\u0085", "\ufffe"],
  ...["\u2028", "\u202e", "\u0301", "\ufeff", "😀", "نص", "]]>", "-->", "</script>", "__proto__"],
];

const signs = (most: number) =>
  fc.array(fc.constantFrom(...SIGNS), { maxLength: most }).map((all) => all.join(""));

/** An article with one passage, all of it hostile. */
export const hostileArticle: fc.Arbitrary<MarkedArticle> = fc
  .record({
    text: signs(40).map((inner) => `x${inner}x`),
    label: fc.option(
      signs(6).filter((label) => label !== ""),
      { nil: null },
    ),
    ...{ name: fc.option(signs(6), { nil: null }), note: signs(8) },
    ...{ one: fc.nat(), other: fc.nat() },
  })
  .map(({ text, label, name, note, one, other }) => {
    const [start, end] = passageIn(text, one, other);
    const author = { id: "someone", name };
    const passage = { start, end, quote: text.slice(start, end), label, note, author };
    const marked = markedText(text, [markedPassage(passage)], { title: text, byline: note });
    return Object.assign(marked, {
      [fc.toStringMethod]: () => JSON.stringify(passage) + JSON.stringify(text),
    });
  });

/** Between two whole characters, with no line feed at either end; else the first letter. */
function passageIn(text: string, one: number, other: number): [start: number, end: number] {
  const edges = [...text.matchAll(/$|./gsu)].map(({ index }) => index);
  const places = [one, other].map((edge) => edges[edge % edges.length] ?? 0);
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const words = text.slice(from, to).replace(/^\n+|\n+$/g, "");
  const start = text.indexOf(words, from);
  return words === "" ? [0, 1] : [start, start + words.length];
}

/** What is put in the place of something else. */
const PUT = ["null", "-1", "1e99", "[]", "{}", "\0", "99999999999"];

/** The same files with some of their letters gone and others put in their place. */
export function damaged(files: readonly NamedFile[]): fc.Arbitrary<readonly NamedFile[]> {
  const damage = fc.record({
    file: fc.nat(files.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.oneof(signs(4), fc.constantFrom(...PUT)),
  });
  return fc.array(damage, { minLength: 1, maxLength: 3 }).map((damages) => {
    const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));
    for (const { file, at, cut, put } of damages) {
      const text = texts[file] ?? "";
      const place = Math.floor(at * text.length);
      texts[file] = text.slice(0, place) + put + text.slice(place + cut);
    }
    return files.map(({ name }, index) => textFile(name, texts[index] ?? ""));
  });
}
