// Markdown, for people: the article, with a footnote behind every passage that tells what was said of it.
// https://github.github.com/gfm/

import type { ArticleMark, ArticleNode } from "#domain/article/article.ts";
import { BLOCK_SEPARATOR } from "#domain/article/article-text.ts";
import { kindOf, labelOf, type Scheme } from "#domain/scheme/scheme.ts";
import type { Format, NamedFile } from "./format.ts";
import {
  addressed,
  asLines,
  BREAK,
  BREAK_IN_LINE,
  emphasised,
  escaped,
  plain,
} from "./markdown-text.ts";
import {
  beginsWithTitle,
  isPlaced,
  type MarkedAnnotation,
  type MarkedArticle,
  type PlacedAnnotation,
} from "./marked-article.ts";
import { linesIn, wordsOf } from "./passage-steps.ts";
import { textFile } from "./text-file.ts";

export const markdown: Format = {
  extension: "md",
  mediaType: "text/markdown; charset=utf-8",
  writer: {
    carries: new Set([
      "label",
      "note",
      "author",
      "created",
      "replies",
      "layout",
      "pictures",
      "details",
    ]),
    write,
  },
  reader: null,
};

function write({ article, url, scheme, annotations }: MarkedArticle, stem: string): NamedFile[] {
  const placed = annotations.filter(isPlaced);
  const text = new Text(placed, url);
  const body = text.blocks(article.content);
  const details = [article.byline, article.source, article.language].filter(
    (each) => each !== null,
  );
  const parts = [
    ...(beginsWithTitle(article) ? [] : [`# ${plain(article.title, BREAK_IN_LINE)}`]),
    ...body,
    ...(details.length > 0 ? [details.map((each) => plain(each, " ")).join(" · ")] : []),
    ...placed.map((each, index) => footnote(each, index + 1, scheme)),
  ];
  return [textFile(`${stem}.md`, `${parts.join("\n\n")}\n`)];
}

function footnote(annotation: PlacedAnnotation, number: number, scheme: Scheme): string {
  const { note, replies } = annotation;
  const said = replies.map((reply) => `- ${signed(reply)}: ${plain(reply.text)}`);
  const parts = [
    `**${plain(nameOf(annotation, scheme), " ")}** “${plain(annotation.quote, " ")}” – ${signed(annotation)}`,
    ...(note === "" ? [] : [plain(note)]),
    ...(said.length > 0 ? [said.map(indented("  ")).join("\n")] : []),
  ];
  return `[^${number}]: ${indented("    ")(parts.join("\n\n"))}`;
}

const signed = ({ author, createdAt }: Pick<MarkedAnnotation, "author" | "createdAt">): string =>
  `${plain(author.name ?? "?", " ")}, ${createdAt.slice(0, 10)}`;

function nameOf({ kind, label }: MarkedAnnotation, scheme: Scheme): string {
  const name = label === null ? null : (labelOf(scheme, kind, label)?.name ?? label);
  return [kindOf(scheme, kind).name, name].filter((each) => each !== null).join(": ");
}

/** All lines but the first begin with this; empty ones stay empty. */
const indented = (by: string) => (text: string) => text.replace(/\n(?!\n)/g, `\n${by}`);

/** Writes blocks in reading order: it counts in the flat text as it goes. */
class Text {
  readonly #ends: readonly { readonly end: number; readonly number: number }[];
  readonly #url: string;
  #at = 0;
  #next = 0;

  constructor(placed: readonly PlacedAnnotation[], url: string) {
    this.#ends = placed
      .map(({ end }, index) => ({ end, number: index + 1 }))
      .sort((a, b) => a.end - b.end);
    this.#url = url;
  }

  blocks(nodes: readonly ArticleNode[]): string[] {
    return nodes.map((node) => this.#block(node)).filter((block) => block !== "");
  }

  #block(node: ArticleNode): string {
    const { type, attrs = {}, content = [] } = node;
    switch (type) {
      case "paragraph":
        return this.#line(node, BREAK);
      case "heading":
        return `${"#".repeat(Number(attrs.level ?? 1))} ${this.#line(node, BREAK_IN_LINE)}`;
      case "bulletList":
        return this.#list(content, () => "- ");
      case "orderedList":
        return this.#list(content, (index) => `${Number(attrs.start ?? 1) + index}. `);
      case "blockquote":
        return this.blocks(content).join("\n\n").replace(/^/gm, "> ");
      case "table":
        return this.#table(content);
      case "image":
        return this.#image(attrs);
      case "horizontalRule":
        return "---";
      default:
        return this.blocks(content).join("\n\n");
    }
  }

  #list(items: readonly ArticleNode[], signOf: (index: number) => string): string {
    return items
      .map(({ content = [] }, index) => {
        const sign = signOf(index);
        return sign + indented(" ".repeat(sign.length))(this.blocks(content).join("\n\n"));
      })
      .join("\n");
  }

  /** The first row is the head: Markdown knows no table without. */
  #table(rows: readonly ArticleNode[]): string {
    const cells = rows.map(({ content = [] }) => content.flatMap((cell) => this.#cell(cell)));
    const width = Math.max(...cells.map((row) => row.length));
    const lines = cells.map((row) => {
      const whole = Array.from({ length: width }, (_, column) => row[column] ?? "");
      return `| ${whole.join(" | ")} |`;
    });
    return lines.toSpliced(1, 0, `|${" --- |".repeat(width)}`).join("\n");
  }

  #cell(cell: ArticleNode): string[] {
    const words = linesIn([cell]).map((block) => this.#line(block, BREAK_IN_LINE));
    const more = Math.min(1000, Number(cell.attrs?.colspan ?? 1)) - 1;
    return [words.join(BREAK_IN_LINE), ...Array.from({ length: more }, () => "")];
  }

  #image({ src, alt = "", caption = "" }: NonNullable<ArticleNode["attrs"]>): string {
    const shown = `!${addressed(plain(String(alt), " "), new URL(String(src), this.#url).href)}`;
    return caption === "" ? shown : `${shown}\n\n${plain(String(caption))}`;
  }

  /** The words of a block, and footnotes behind the passages that end in it. */
  #line(block: ArticleNode, lineBreak: string): string {
    const lines = [""];
    const add = (words: string, marks: readonly ArticleMark[]): void => {
      for (const [index, line] of words.split("\n").entries()) {
        const before = index > 0 ? "" : (lines.pop() ?? "");
        lines.push(before + marked(line, marks, before));
      }
    };
    const end = this.#at + wordsOf(block).length;
    for (const { text = "\n", marks = [] } of block.content ?? []) {
      let rest = text;
      while (rest !== "") {
        const until = Math.max(1, (this.#ends[this.#next]?.end ?? Infinity) - this.#at);
        add(rest.slice(0, until), marks);
        this.#at += Math.min(until, rest.length);
        rest = rest.slice(until);
        lines.push((lines.pop() ?? "") + this.#footnotes(this.#at));
      }
    }
    this.#at = end + BLOCK_SEPARATOR.length;
    lines.push((lines.pop() ?? "") + this.#footnotes(this.#at - 1));
    return asLines(lines, lineBreak);
  }

  #footnotes(until: number): string {
    let signs = "";
    for (let next = this.#ends[this.#next]; next && next.end <= until; ) {
      signs += `[^${next.number}]`;
      next = this.#ends[++this.#next];
    }
    return signs;
  }
}

function marked(words: string, marks: readonly ArticleMark[], before: string): string {
  const clean = escaped(words).replace(/^\(/, before.endsWith("]") ? "\\(" : "(");
  const styled = marks.reduce(
    (text, { type }) =>
      type === "bold" || type === "italic" ? emphasised(text, type, before) : text,
    clean,
  );
  const href = marks.find(({ type }) => type === "link")?.attrs?.href;
  return typeof href === "string" && words !== "" ? addressed(styled, href) : styled;
}
