// Spans as a file tells them, brought into the text that they count in.

import type { TextRange } from "#domain/article/article-text.ts";
import type { CodePoints } from "./code-points.ts";

/** A span of code points as a range of UTF-16 units; null when it is empty or leads out of the text. */
export function rangeOf(
  { text, points }: { readonly text: string; readonly points: CodePoints },
  first: number,
  last: number,
): TextRange | null {
  const start = points.toUtf16(first);
  const end = points.toUtf16(last);
  const isThere = first >= 0 && start < end && end <= text.length;
  return isThere ? { start, end } : null;
}
