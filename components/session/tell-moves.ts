// Tells the server where annotations went under an editor's hands.

import * as z from "zod/mini";
import type { Move } from "./moved-places.ts";

const answerSchema = z.object({ moved: z.array(z.string()) });

/** As `TellMoves`: null when the server could not be reached, or could not store; it is told again. */
export async function tellMoves(
  articleId: string,
  moves: readonly Move[],
): Promise<readonly string[] | null> {
  try {
    const answer = await fetch(`/api/articles/${articleId}/anchors`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ moves }),
    });
    if (answer.ok) return answerSchema.parse(await answer.json()).moved;
    return answer.status >= 500 || answer.status === 429 ? null : [];
  } catch {
    return null;
  }
}
