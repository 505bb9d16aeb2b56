// The nodes of an article as the elements that the editor shows.

import { Fragment, type ReactNode } from "react";
import type { ArticleMark, ArticleNode } from "#domain/article/article.ts";
import { safeHref } from "#domain/article/link.ts";
import {
  captionOf,
  FILLER_CLASS,
  imageAttributes,
  LINK_REL,
  spanOf,
  TABLE_CLASS,
} from "./article-elements.ts";

/** How nodes are drawn. In a `preview` links lead nowhere, and no picture waits for the live text. */
type Drawing = { readonly preview: boolean };

type NodesProps = Drawing & { readonly nodes: readonly ArticleNode[] };

export function ArticleNodes({ nodes, preview }: NodesProps): ReactNode {
  return nodes.map((node, key) => renderNode(node, key, { preview }));
}

function renderNode(node: ArticleNode, key: number, drawing: Drawing): ReactNode {
  const children = node.content && <ArticleNodes nodes={node.content} {...drawing} />;
  switch (node.type) {
    case "text":
      return <Fragment key={key}>{renderText(node, drawing)}</Fragment>;
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
      return <Cell key={key} node={node} {...drawing} />;
    case "image":
      return <Figure key={key} node={node} {...drawing} />;
    default:
      return <TextBlock key={key} node={node} {...drawing} />;
  }
}

type NodeProps = Drawing & { readonly node: ArticleNode };

function Cell({ node, preview }: NodeProps): ReactNode {
  const { colspan, rowspan } = spanOf(node.attrs ?? {});
  const Tag = node.type === "tableHeader" ? "th" : "td";
  return (
    <Tag colSpan={colspan} rowSpan={rowspan}>
      {node.content && <ArticleNodes nodes={node.content} preview={preview} />}
    </Tag>
  );
}

/** Longer addresses of pictures come with the live text: here they would stand twice, and hold up the words below. */
const SHORT = 4096;

function Figure({ node: { attrs = {} }, preview }: NodeProps): ReactNode {
  const caption = captionOf(attrs);
  const image = imageAttributes(attrs);
  const room = image && !preview && image.src.length > SHORT ? roomOf(image) : null;
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

function TextBlock({ node, preview }: NodeProps): ReactNode {
  const level = Number(node.attrs?.level ?? 1);
  const Tag = node.type === "heading" ? (HEADINGS[level - 1] ?? "h1") : "p";
  const last = node.content?.at(-1);
  return (
    <Tag>
      {node.content && <ArticleNodes nodes={node.content} preview={preview} />}
      {last === undefined || last.type === "hardBreak" ? <br className={FILLER_CLASS} /> : null}
    </Tag>
  );
}

/** The number of a list's first item, where it isn't 1. */
function firstNumber({ attrs }: ArticleNode): number | undefined {
  return typeof attrs?.start === "number" && attrs.start !== 1 ? attrs.start : undefined;
}

const INNERMOST_FIRST = ["italic", "bold", "link"];

function renderText({ text, marks = [] }: ArticleNode, drawing: Drawing): ReactNode {
  return marks
    .toSorted((a, b) => INNERMOST_FIRST.indexOf(a.type) - INNERMOST_FIRST.indexOf(b.type))
    .reduce<ReactNode>((inner, mark) => wrap(inner, mark, drawing), text);
}

function wrap(inner: ReactNode, { type, attrs }: ArticleMark, { preview }: Drawing): ReactNode {
  if (type === "bold") return <strong>{inner}</strong>;
  if (type === "italic") return <em>{inner}</em>;
  const href = type === "link" ? safeHref(attrs?.href) : null;
  if (href === null) return inner;
  if (preview) return <span className="underline decoration-rule-strong">{inner}</span>;
  return (
    <a href={href} target="_blank" rel={LINK_REL}>
      {inner}
    </a>
  );
}
