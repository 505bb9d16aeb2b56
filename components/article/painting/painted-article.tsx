"use client";
// The article element of the server's HTML. React may make it anew while the page comes alive; then
// what was painted on the old one is painted on the new one, before anybody can see the gap.

import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from "react";
import { paintInline } from "./inline-paint.ts";

export function PaintedArticle(props: ComponentProps<"article">): ReactNode {
  const article = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (article.current) paintInline(article.current);
  }, []);
  return <article {...props} ref={article} />;
}
