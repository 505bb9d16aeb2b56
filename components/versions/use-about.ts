// What is known of the article beside its text: where it came from, and when.

import { useEffect, useState } from "react";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";

const aboutSchema = z.object({
  source: z.nullable(z.string()),
  fetchedAt: z.nullable(z.string()),
  language: z.nullable(z.string()),
});

export type About = Readonly<z.infer<typeof aboutSchema>>;

/** Null until the server has told it; where it does not, the source is not offered. */
export function useAbout(articleId: string): About | null {
  const ask = useAskServer();
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    let isGone = false;
    void ask(`/articles/${articleId}`, { expect: aboutSchema }).then((answer) => {
      if (answer.ok && !isGone) setAbout(answer.value);
    });
    return () => {
      isGone = true;
    };
  }, [ask, articleId]);
  return about;
}
