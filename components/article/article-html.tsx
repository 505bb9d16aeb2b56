// The article as plain HTML, the same elements that the editor shows: readable before any script runs.

import type { ReactNode } from "react";
import type { ArticleNode } from "#domain/article/article.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { InlineStyle } from "../ui/inline-style.tsx";
import { ArticleNodes } from "./article-nodes.tsx";
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
        <ArticleNodes nodes={nodes} preview={false} />
      </PaintedArticle>
    </>
  );
}
