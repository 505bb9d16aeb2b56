// Tells the session how the last visit ended, and the server how this one does.

import { useCallback, useEffect, useRef } from "react";
import * as z from "zod/mini";
import { type LastVisit, visitParts } from "#domain/last-visit.ts";
import type { ArticleSession } from "../session/article-session.ts";

const visitSchema = z.object({ layers: z.nullable(z.record(z.string(), z.string())) });

/** Returns the function that keeps the visit as it is now; it is also kept whenever the page is left. */
export function useVisit({ articleId, news }: ArticleSession): () => void {
  const path = `/api/articles/${encodeURIComponent(articleId)}/visit`;
  const kept = useRef<LastVisit | null>(null);
  const keep = useCallback(() => {
    const [before, now] = [kept.current, news.visit()];
    if (now === null) return;
    kept.current = now;
    const parts = visitParts(now, before);
    Promise.all(parts.map((part) => send(path, part, parts.length === 1))).catch(() => {
      kept.current = before; // offline: another time, or more is new at the next visit
    });
  }, [path, news]);

  useEffect(() => {
    fetch(path)
      .then((answer) => answer.json())
      .then((json) => {
        const { layers } = visitSchema.parse(json);
        kept.current = layers && { layers };
        news.begin(kept.current);
        return fetch(path, { method: "PUT" });
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

/** A browser takes no more than one part from a page that `isLeft`. */
async function send(path: string, part: LastVisit, isLeft: boolean): Promise<void> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(part);
  const answer = await fetch(path, { method: "PATCH", headers, body, keepalive: isLeft });
  if (!answer.ok) throw new Error(`the visit was not kept: ${answer.status}`);
}
