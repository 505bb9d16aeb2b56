// What of the desk goes to paper.

import { useCallback } from "react";
import { Printing } from "../print/printing.tsx";
import type { DeskArticle } from "./desk-article.ts";
import type { Desk } from "./use-desk.ts";

type DeskPrintingProps = { readonly desk: Desk; readonly article: DeskArticle };

export function DeskPrinting({ desk, article }: DeskPrintingProps) {
  const { session, scheme, seen, all, people, article: around } = desk;
  const { headed, title, byline, source } = article;
  const page = useCallback(() => {
    if (around.current === null) return null;
    return {
      ...{ scheme, people, index: session.index, around: around.current },
      ...{ placed: seen, total: all.length, title: headed ? null : title },
      origin: [byline, source].filter((each) => each !== null),
    };
  }, [scheme, people, session, around, seen, all, headed, title, byline, source]);
  return <Printing page={page} />;
}
