// A session that ended goes on when the same person has entered again, in another tab for instance.

import { useEffect } from "react";
import * as z from "zod/mini";
import { CLOSE } from "#domain/wire.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";

const answerSchema = z.object({ user: z.nullable(z.object({ id: z.string() })) });

/** Looks who is known whenever the page is looked at again; somebody else's return changes nothing. */
export function useReturn(session: ArticleSession): void {
  const saving = useReadable(session.saving);
  const hasEnded = saving.state === "closed" && saving.code === CLOSE.noSession;
  useEffect(() => {
    if (!hasEnded) return;
    const look = async (): Promise<void> => {
      if ((await whoIsKnown()) === session.me.id) session.reconnect();
    };
    const onFocus = (): void => void look();
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [session, hasEnded]);
}

async function whoIsKnown(): Promise<string | null> {
  try {
    const answer = await fetch("/api/session");
    return answerSchema.parse(await answer.json()).user?.id ?? null;
  } catch {
    return null; // without a connection: the next look asks again
  }
}
