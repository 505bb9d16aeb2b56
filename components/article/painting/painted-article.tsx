"use client";
// The article element of the server's HTML. Where the script of that HTML has not run, because the
// page was reached from another one or React made the element anew, it is painted from here, before
// anybody can see the gap.

import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from "react";
import { paintInline } from "./inline-paint.ts";

export function PaintedArticle(props: ComponentProps<"article">): ReactNode {
  const article = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (article.current) paintInline(article.current);
  }, []);
  return <article {...props} ref={article} />;
}
