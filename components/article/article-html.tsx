// The article as plain HTML, the same elements that the editor shows: readable before any script runs.

import { Fragment, type ReactNode } from "react";
import type { ArticleMark, ArticleNode } from "#domain/article/article.ts";
import { safeHref } from "#domain/article/link.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { InlineStyle } from "../ui/inline-style.tsx";
import {
  captionOf,
  FILLER_CLASS,
  imageAttributes,
  LINK_REL,
  spanOf,
  TABLE_CLASS,
} from "./article-elements.ts";
import { type FirstHighlight, firstRuns } from "./painting/first-highlights.ts";
import { writeRuns } from "./painting/inline-highlights.ts";
import { PaintedArticle } from "./painting/painted-article.tsx";
import { rulesOf } from "./painting/stroke-rules.ts";
import { kindStrokes } from "./painting/strokes.ts";

type ArticleHtmlProps = {
  /** As `readNodes` tells them. */
  readonly nodes: readonly ArticleNode[];
  /** BCP 47, or null when it is not known. */
  readonly language: string | null;
  /** What the article element is called for those who cannot see it: its title. */
  readonly label: string;
  /** The user id of the one who reads. */
  readonly reader: string;
  readonly scheme: Scheme;
  /** What may be painted before the live text arrives. */
  readonly highlights: readonly FirstHighlight[];
};

/** Renders the article; can be rendered on the server. */
export function ArticleHtml(props: ArticleHtmlProps): ReactNode {
  const { nodes, language, label, reader, scheme, highlights } = props;
  return (
    <>
      <InlineStyle rules={rulesOf(kindStrokes(scheme))} />
      <PaintedArticle
        className="article"
        lang={language ?? undefined}
        dir="auto"
        tabIndex={0}
        aria-label={label}
        data-reader={reader}
        data-highlights={writeRuns(firstRuns(nodes, highlights))}
      >
        {nodes.map(renderNode)}
      </PaintedArticle>
    </>
  );
}

function renderNode(node: ArticleNode, key: number): ReactNode {
  const children = node.content?.map(renderNode);
  switch (node.type) {
    case "text":
      return <Fragment key={key}>{renderText(node)}</Fragment>;
    case "hardBreak":
      return <br key={key} />;
    case "horizontalRule":
      return <hr key={key} />;
    case "bulletList":
      return <ul key={key}>{children}</ul>;
    case "orderedList":
      return (
        <ol key={key} start={firstNumber(node)}>
          {children}
        </ol>
      );
    case "listItem":
      return <li key={key}>{children}</li>;
    case "blockquote":
      return <blockquote key={key}>{children}</blockquote>;
    case "table":
      return (
        <div key={key} className={TABLE_CLASS}>
          <table>
            <tbody>{children}</tbody>
          </table>
        </div>
      );
    case "tableRow":
      return <tr key={key}>{children}</tr>;
    case "tableCell":
    case "tableHeader":
      return <Cell key={key} node={node} />;
    case "image":
      return <Figure key={key} node={node} />;
    default:
      return <TextBlock key={key} node={node} />;
  }
}

function Cell({ node }: { readonly node: ArticleNode }): ReactNode {
  const { colspan, rowspan } = spanOf(node.attrs ?? {});
  const Tag = node.type === "tableHeader" ? "th" : "td";
  return (
    <Tag colSpan={colspan} rowSpan={rowspan}>
      {node.content?.map(renderNode)}
    </Tag>
  );
}

/** Longer addresses of pictures come with the live text: here they would stand twice, and hold up the words below. */
const SHORT = 4096;

function Figure({ node: { attrs = {} } }: { readonly node: ArticleNode }): ReactNode {
  const caption = captionOf(attrs);
  const image = imageAttributes(attrs);
  const room = image && image.src.length > SHORT ? roomOf(image) : null;
  return (
    <figure>
      {/* biome-ignore lint/performance/noImgElement: the picture is in its address, there is nothing to load */}
      <img alt="" {...image} {...(room && { src: room, "data-late": "" })} />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

type Size = { readonly width: number | undefined; readonly height: number | undefined };

/** The address of a picture of nothing of this size; null when it isn't known. */
function roomOf({ width, height }: Size): string | null {
  if (width === undefined || height === undefined) return null;
  const nothing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
  return `data:image/svg+xml,${encodeURIComponent(nothing)}`;
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

function TextBlock({ node }: { readonly node: ArticleNode }): ReactNode {
  const level = Number(node.attrs?.level ?? 1);
  const Tag = node.type === "heading" ? (HEADINGS[level - 1] ?? "h1") : "p";
  const last = node.content?.at(-1);
  return (
    <Tag>
      {node.content?.map(renderNode)}
      {last === undefined || last.type === "hardBreak" ? <br className={FILLER_CLASS} /> : null}
    </Tag>
  );
}

/** The number of a list's first item, where it isn't 1. */
function firstNumber({ attrs }: ArticleNode): number | undefined {
  return typeof attrs?.start === "number" && attrs.start !== 1 ? attrs.start : undefined;
}

const INNERMOST_FIRST = ["italic", "bold", "link"];

function renderText({ text, marks = [] }: ArticleNode): ReactNode {
  return marks
    .toSorted((a, b) => INNERMOST_FIRST.indexOf(a.type) - INNERMOST_FIRST.indexOf(b.type))
    .reduce(wrap, text);
}

function wrap(inner: ReactNode, { type, attrs }: ArticleMark): ReactNode {
  if (type === "bold") return <strong>{inner}</strong>;
  if (type === "italic") return <em>{inner}</em>;
  const href = type === "link" ? safeHref(attrs?.href) : null;
  if (href === null) return inner;
  return (
    <a href={href} target="_blank" rel={LINK_REL}>
      {inner}
    </a>
  );
}
