// The article as paragraphs and tables of Word, with the ranges of comments between its words.

import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { ArticleNode } from "#domain/article/article.ts";
import { isRightToLeft } from "./direction.ts";
import { BULLETS, DEEPEST, numbersFrom, STEP } from "./docx-looks.ts";
import { runsOf } from "./docx-runs.ts";
import type { MarkedText, PlacedAnnotation } from "./marked-article.ts";
import { type Step, stepsOf } from "./passage-steps.ts";
import { pictureIn } from "./picture.ts";
import { xmlWords } from "./xml-text.ts";

/** Where a block stands: in how many lists, and the style of the paragraphs there. */
type Place = {
  readonly depth: number;
  readonly style: "Quote" | "TableText" | "TableHead" | null;
  /** What makes the next paragraph the first of an item. */
  readonly numbering?: NonNullable<IParagraphOptions["numbering"]>;
};

const OUTSIDE: Place = { depth: 0, style: null };

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** As many columns as Word can merge. */
const COLUMNS = 63;

/** The last number at which a list of Word can begin. */
const LAST_NUMBER = 32_767;

/** The comments that stand at a passage. */
export type CommentIds = ReadonlyMap<PlacedAnnotation, readonly number[]>;

/** Makes the blocks of one document, once. */
export class DocxBody {
  readonly #content: readonly ArticleNode[];
  readonly #steps: ArrayIterator<Step<PlacedAnnotation>[]>;
  readonly #ids: CommentIds;
  #lists = 0;

  constructor({ content }: Pick<MarkedText, "content">, ids: CommentIds) {
    this.#content = content;
    this.#steps = stepsOf(content, [...ids.keys()]).values();
    this.#ids = ids;
  }

  blocks(): (Paragraph | Table)[] {
    return this.#blocks(this.#content, OUTSIDE);
  }

  #blocks(nodes: readonly ArticleNode[], place: Place): (Paragraph | Table)[] {
    return nodes.flatMap((node, index) => {
      const blocks = this.#block(node, place);
      // Word makes one table of two that touch
      const touches = node.type === "table" && nodes[index - 1]?.type === "table";
      return touches ? [new Paragraph({}), ...blocks] : blocks;
    });
  }

  #block(node: ArticleNode, place: Place): (Paragraph | Table)[] {
    const { type, attrs = {}, content = [] } = node;
    switch (type) {
      case "paragraph":
        return [this.#line(node, place)];
      case "heading":
        return [this.#line(node, place, HEADINGS[Number(attrs.level) - 1] ?? HEADINGS[0])];
      case "bulletList":
        return this.#list(content, BULLETS, place);
      case "orderedList":
        return this.#list(
          content,
          numbersFrom(Math.min(LAST_NUMBER, Number(attrs.start ?? 1))),
          place,
        );
      case "blockquote":
        return this.#blocks(content, { ...place, style: "Quote" });
      case "table":
        return this.#table(content, place);
      case "image":
        return imageOf(attrs);
      case "horizontalRule":
        return [new Paragraph({ thematicBreak: true })];
      default:
        return this.#blocks(content, place);
    }
  }

  #line(node: ArticleNode, place: Place, heading?: IParagraphOptions["heading"]): Paragraph {
    const words = (node.content ?? []).map(({ text = "" }) => text).join("");
    const rightToLeft = isRightToLeft(words);
    const { numbering, depth, style } = place;
    return new Paragraph({
      ...(heading ? { heading } : style && { style }),
      ...(numbering ? { numbering } : depth > 0 && { indent: { start: STEP * depth } }),
      ...(rightToLeft && { bidirectional: true }),
      children: (this.#steps.next().value ?? []).flatMap((step) =>
        this.#children(step, rightToLeft),
      ),
    });
  }

  #children(step: Step<PlacedAnnotation>, rightToLeft: boolean): ParagraphChild[] {
    if ("text" in step) return runsOf(step.text, step.marks, rightToLeft);
    if ("begin" in step) return this.#idsOf(step.begin).map((id) => new CommentRangeStart(id));
    return this.#idsOf(step.end).flatMap((id) => [
      new CommentRangeEnd(id),
      new TextRun({ children: [new CommentReference(id)] }),
    ]);
  }

  #idsOf(annotation: PlacedAnnotation): readonly number[] {
    return this.#ids.get(annotation) ?? [];
  }

  #list(
    items: readonly ArticleNode[],
    reference: typeof BULLETS,
    place: Place,
  ): (Paragraph | Table)[] {
    const numbering = { reference, level: Math.min(DEEPEST, place.depth), instance: ++this.#lists };
    const { numbering: _, ...outside } = place;
    const within = { ...outside, depth: place.depth + 1 };
    return items.flatMap(({ content = [] }) => {
      const [first, ...others] = content;
      const begins = first?.type === "paragraph" || first?.type === "heading";
      return [
        ...(first ? this.#block(first, begins ? { ...within, numbering } : within) : []),
        ...this.#blocks(others, within),
      ];
    });
  }

  #table(rows: readonly ArticleNode[], { style }: Place): Table[] {
    const made = rows.map(({ content = [] }, index) => {
      const cells = content.map((cell) => this.#cell(cell, rows.length - index, style));
      return new TableRow({
        ...(content.every(({ type }) => type === "tableHeader") && { tableHeader: true }),
        children: cells,
      });
    });
    return [new Table({ rows: made, width: { size: 100, type: WidthType.PERCENTAGE } })];
  }

  #cell({ type, attrs = {}, content = [] }: ArticleNode, rowsLeft: number, style: Place["style"]) {
    const head = type === "tableHeader";
    const columnSpan = Math.min(COLUMNS, Number(attrs.colspan ?? 1));
    const rowSpan = Math.min(rowsLeft, Number(attrs.rowspan ?? 1));
    return new TableCell({
      ...(columnSpan > 1 && { columnSpan }),
      ...(rowSpan > 1 && { rowSpan }),
      ...(head && { shading: { type: ShadingType.CLEAR, fill: "F0F0F0" } }),
      children: this.#blocks(content, {
        depth: 0,
        style: head ? "TableHead" : (style ?? "TableText"),
      }),
    });
  }
}

/** A picture with what is said below it; its words alone where Word cannot show it. */
function imageOf({ src, alt = "", caption = "" }: NonNullable<ArticleNode["attrs"]>): Paragraph[] {
  const words = xmlWords(String(alt));
  const picture = pictureIn(String(src));
  const shown = picture
    ? new ImageRun({
        ...{ type: picture.type, data: picture.bytes },
        transformation: { width: picture.width, height: picture.height },
        altText: { name: "", description: words },
      })
    : new TextRun({ text: words, italics: true });
  return [
    ...(picture || words !== "" ? [new Paragraph({ children: [shown] })] : []),
    ...(caption === ""
      ? []
      : [new Paragraph({ style: "Caption", text: xmlWords(String(caption)) })]),
  ];
}
