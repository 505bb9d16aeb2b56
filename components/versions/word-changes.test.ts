import fc from "fast-check";
import { expect, test } from "vitest";
import { type Piece, wordChanges } from "./word-changes.ts";

const marked = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ what, text }) => (what === "same" ? text : what === "came" ? `+${text}+` : `-${text}-`))
    .join("");

test.each([
  ["nine years ago", "eleven years ago", "en", "-nine-+eleven+ years ago"],
  ["The bridge is closed.", "The bridge is closed again.", "en", "The bridge is closed +again+."],
  ["He said “no”.", "He said “yes”.", "en", "He said “-no-+yes+”."],
  ["أغلق المجلس الجسر", "فتح المجلس الجسر", "ar", "-أغلق-+فتح+ المجلس الجسر"],
  ["市長は嘘をついた。", "知事は嘘をついた。", "ja", "-市長-+知事+は嘘をついた。"],
])("[V1] of %j and %j the words are told that changed", (before, after, language, told) => {
  expect(marked(wordChanges(before, after, language))).toBe(told);
});

test("[V1] all pieces together are both paragraphs", () => {
  const words = fc.array(fc.constantFrom("the", "mayor", "lied", ".", "—", "𝒳", "e\u0301", "桥"), {
    maxLength: 30,
  });
  const without = (pieces: readonly Piece[], out: Piece["what"]): string =>
    pieces
      .filter(({ what }) => what !== out)
      .map(({ text }) => text)
      .join("");
  fc.assert(
    fc.property(words, words, (old, fresh) => {
      const [before, after] = [old.join(" "), fresh.join(" ")];
      const pieces = wordChanges(before, after, "");
      const bare = (text: string): string => text.replace(/\s/g, "");
      expect(bare(without(pieces, "came"))).toBe(bare(before));
      expect(without(pieces, "went")).toBe(after);
    }),
  );
});

test("[V1] paragraphs without anything in common are told whole", () => {
  const [before, after] = ["a ".repeat(1000).trim(), "b ".repeat(1000).trim()];
  expect(wordChanges(before, after, "en")).toEqual([
    { what: "went", text: before },
    { what: "came", text: after },
  ]);
});
