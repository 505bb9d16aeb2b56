// A text of Word: the article as it is built, with a comment at each passage and its replies below it.
// ECMA-376, and [MS-DOCX] for the threads.

import { Document, Packer, Paragraph } from "docx";
import type { ArticleNode } from "#domain/article/article.ts";
import { FACETS } from "#domain/format-facets.ts";
import { isRightToLeft } from "./direction.ts";
import { DocxBody } from "./docx-body.ts";
import { commentsOf } from "./docx-comments.ts";
import { stylesFor } from "./docx-looks.ts";
import { runsOf } from "./docx-runs.ts";
import type { Format, NamedFile } from "./format.ts";
import { picturesIn } from "./losses.ts";
import { beginsWithTitle, type MarkedArticle, type MarkedText } from "./marked-article.ts";
import { pictureIn } from "./picture.ts";
import { xmlWords } from "./xml-text.ts";

export const docx: Format = {
  extension: "docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  writer: { carries: new Set(FACETS), loses, write },
  reader: null,
};

/** Pictures that Word cannot show. */
function loses({ article }: MarkedArticle): { readonly pictures: number } {
  const isLost = ({ attrs }: ArticleNode): boolean => pictureIn(String(attrs?.src)) === null;
  return { pictures: picturesIn(article.content).filter(isLost).length };
}

async function write(marked: MarkedArticle, stem: string): Promise<NamedFile[]> {
  const { article } = marked;
  const { all, idsOf } = commentsOf(marked);
  const body = new DocxBody(article, idsOf).blocks();
  const document = new Document({
    title: xmlWords(article.title),
    creator: xmlWords(article.byline ?? ""),
    lastModifiedBy: "Postil",
    styles: stylesFor(article.language),
    comments: { children: all },
    sections: [{ children: [...titleOf(article), ...body, ...detailsOf(article)] }],
  });
  const bytes = await Packer.toArrayBuffer(document);
  return [{ name: `${stem}.docx`, bytes: new Uint8Array(bytes) }];
}

function titleOf(article: MarkedText): Paragraph[] {
  if (beginsWithTitle(article)) return [];
  return [paragraphOf(article.title, "Title")];
}

/** Who wrote it and where it is from, below the text. */
function detailsOf({ byline, source }: MarkedText): Paragraph[] {
  return [byline, source].flatMap((each) => (each === null ? [] : [paragraphOf(each, "Caption")]));
}

function paragraphOf(words: string, style: string): Paragraph {
  const rightToLeft = isRightToLeft(words);
  const marks = [{ type: "link", attrs: { href: words } }];
  const children = runsOf(words, marks, rightToLeft);
  return new Paragraph({ style, ...(rightToLeft && { bidirectional: true }), children });
}
