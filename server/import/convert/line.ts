// A line of text while HTML is read: runs with their marks, white space as browsers show it.

import type { ArticleMark, ArticleNode } from "#domain/article/article.ts";
import { cleanWords } from "./clean-words.ts";

type Run = { text: string; readonly marks: readonly ArticleMark[] };
/** A hard break where there is no run. */
type Piece = Run | null;

export class Line {
  #pieces: Piece[] = [];

  /** Adds words; white space becomes one space, and none at the beginning of a line. */
  write(text: string, marks: readonly ArticleMark[]): void {
    const words = cleanWords(text).replace(/[ \t\n\f]+/g, " ");
    const last = this.#pieces.at(-1);
    const follows = last !== undefined && last !== null && !last.text.endsWith(" ");
    const added = follows ? words : words.replace(/^ /, "");
    if (added === "") return;
    if (last && sameMarks(last.marks, marks)) last.text += added;
    else this.#pieces.push({ text: added, marks });
  }

  /** The same for text whose line feeds and spaces count. */
  writeAsIs(text: string, marks: readonly ArticleMark[]): void {
    for (const [index, line] of cleanWords(text).replaceAll("\t", "    ").split("\n").entries()) {
      if (index > 0) this.break();
      if (line !== "") this.#pieces.push({ text: line, marks });
    }
  }

  break(): void {
    const last = this.#pieces.at(-1);
    if (last) last.text = last.text.trimEnd();
    this.#pieces.push(null);
  }

  /** Ends the line: the paragraphs that it makes. Two breaks in a row stand between paragraphs. */
  take(): ArticleNode[][] {
    const paragraphs: Piece[][] = [[]];
    for (const piece of this.#pieces) {
      if (piece?.text === "") continue;
      const paragraph = paragraphs.at(-1);
      if (piece === null && paragraph?.at(-1) === null) paragraphs.push([]);
      else if (piece !== null || (paragraph?.length ?? 0) > 0) paragraph?.push(piece);
    }
    this.#pieces = [];
    return paragraphs
      .map(trimmed)
      .filter((content) => content.some(({ text = "" }) => /\S/u.test(text)));
  }
}

/** Without breaks and white space at the end. */
function trimmed(pieces: readonly Piece[]): ArticleNode[] {
  const end = pieces.findLastIndex((piece) => piece !== null && /[^\s]/u.test(piece.text));
  return pieces.slice(0, end + 1).map((piece, index): ArticleNode => {
    if (piece === null) return { type: "hardBreak" };
    const text = index === end ? piece.text.trimEnd() : piece.text;
    return { type: "text", text, ...(piece.marks.length > 0 ? { marks: piece.marks } : {}) };
  });
}

function sameMarks(a: readonly ArticleMark[], b: readonly ArticleMark[]): boolean {
  return a.length === b.length && a.every((mark, index) => sameMark(mark, b[index]));
}

const sameMark = (a: ArticleMark, b: ArticleMark | undefined): boolean =>
  a.type === b?.type && a.attrs?.href === b.attrs?.href;
