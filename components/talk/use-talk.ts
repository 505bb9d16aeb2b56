// Reads what was said about one annotation.

import { useMemo } from "react";
import type { Talk } from "#domain/talk/talk-index.ts";
import type { ArticleTalk } from "../session/article-talk.ts";
import { useReadable } from "../session/use-readable.ts";

/** Draws anew only when something about this annotation changes. */
export function useTalk(talk: ArticleTalk, ref: string): Talk {
  return useReadable(useMemo(() => talk.about(ref), [talk, ref]));
}
