// Annotations as comments of Word: one for each, and its replies below it in the same thread.

import { type ICommentOptions, Paragraph, TextRun } from "docx";
import { isRightToLeft } from "./direction.ts";
import {
  isPlaced,
  type MarkedAnnotation,
  type MarkedArticle,
  type PlacedAnnotation,
} from "./marked-article.ts";
import { Teller } from "./statement.ts";
import { xmlWords } from "./xml-text.ts";

/** The comments of a document, and which of them stand at an annotation: its own first, then its replies. */
export type Comments = {
  readonly all: readonly ICommentOptions[];
  readonly idsOf: ReadonlyMap<PlacedAnnotation, readonly number[]>;
};

/** Not a comment: the library tells what is resolved only where some comment names another. */
const NOBODY = -1;

export function commentsOf(marked: MarkedArticle): Comments {
  const teller = new Teller(marked);
  const all: ICommentOptions[] = [];
  const idsOf = new Map<PlacedAnnotation, readonly number[]>();
  for (const annotation of marked.annotations.filter(isPlaced)) {
    const first = all.length;
    const thread = threadOf(annotation, first, teller);
    all.push(...thread);
    idsOf.set(
      annotation,
      thread.map(({ id }) => id),
    );
  }
  return { all, idsOf };
}

function threadOf(annotation: PlacedAnnotation, id: number, teller: Teller): ICommentOptions[] {
  const { note, replies, resolved } = annotation;
  const lines = [...(note === "" ? [] : linesOf(note)), ...teller.facts(annotation)];
  return [
    {
      ...signed(annotation, teller),
      ...{ id, parentId: NOBODY, resolved: resolved !== null },
      children: [line(teller.label(annotation), true), ...lines.map((text) => line(text))],
    },
    ...replies.map((reply, index) => ({
      ...signed(reply, teller),
      ...{ id: id + 1 + index, parentId: id, resolved: resolved !== null },
      children: [...linesOf(reply.text), ...teller.hidden(reply)].map((text) => line(text)),
    })),
  ];
}

function signed(
  { author, createdAt }: Pick<MarkedAnnotation, "author" | "createdAt">,
  teller: Teller,
) {
  const name = xmlWords(teller.name(author));
  return { author: name, initials: initialsOf(name), date: new Date(createdAt) };
}

/** The first letters of the first and last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/u).flatMap((word) => /\p{L}\p{M}*/u.exec(word) ?? []);
  return [...new Set([words.at(0), words.at(-1)])].join("").toLocaleUpperCase();
}

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

function line(text: string, bold = false): Paragraph {
  const rightToLeft = isRightToLeft(text);
  return new Paragraph({
    ...(rightToLeft && { bidirectional: true }),
    children: [
      new TextRun({
        text: xmlWords(text),
        ...(bold && { bold }),
        ...(rightToLeft && { rightToLeft }),
      }),
    ],
  });
}
