// Tells the session how the last visit ended, and the server how this one does.

import { useCallback, useEffect, useRef } from "react";
import * as z from "zod/mini";
import type { ArticleSession } from "../session/article-session.ts";

const visitSchema = z.object({ layers: z.nullable(z.record(z.string(), z.string())) });

/** Returns the function that keeps the visit as it is now; it is also kept whenever the page is left. */
export function useVisit({ articleId, news }: ArticleSession): () => void {
  const path = `/api/articles/${encodeURIComponent(articleId)}/visit`;
  const kept = useRef("");
  const keep = useCallback(() => {
    const visit = JSON.stringify(news.visit());
    if (visit === "null" || visit === kept.current) return;
    kept.current = visit;
    const headers = { "content-type": "application/json" };
    fetch(path, { method: "PUT", headers, body: visit, keepalive: true }).catch(() => {
      kept.current = ""; // offline: another time, or more is new at the next visit
    });
  }, [path, news]);

  useEffect(() => {
    fetch(path)
      .then((answer) => answer.json())
      .then((json) => {
        const { layers } = visitSchema.parse(json);
        news.begin(layers && { layers });
      })
      .catch(() => "offline: nothing is told to be new, and the visit is not kept");
  }, [path, news]);

  useEffect(() => {
    const onChange = (): void => {
      if (document.visibilityState === "hidden") keep();
    };
    document.addEventListener("visibilitychange", onChange);
    window.addEventListener("pagehide", keep);
    return () => {
      document.removeEventListener("visibilitychange", onChange);
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [keep]);
  return keep;
}
