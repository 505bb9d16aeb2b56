// What the server ended goes on when that is taken back: the same person has entered again, in another
// tab for instance, or was removed and is brought back.

import { useEffect } from "react";
import * as z from "zod/mini";
import { RETURN_TIME } from "#domain/return-time.ts";
import { CLOSE } from "#domain/wire.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";

/** How often it is asked whether somebody may come back to the article, in milliseconds. */
const OFTEN = 5000;

const answerSchema = z.object({ user: z.nullable(z.object({ id: z.string() })) });

/** Looks whenever the page is looked at again; somebody else's return changes nothing. */
export function useReturn(session: ArticleSession): void {
  const saving = useReadable(session.saving);
  const code = saving.state === "closed" ? saving.code : null;
  const isOut = code === CLOSE.noAccess;
  const isOver = code !== CLOSE.noSession && !isOut;
  useEffect(() => {
    if (isOver) return;
    let isWatching = true;
    const look = async (): Promise<void> => {
      if ((await mayReturn(session, isOut)) && isWatching) session.reconnect();
    };
    const onFocus = (): void => void look();
    const stop = isOut ? everySoOften(onFocus) : null;
    window.addEventListener("focus", onFocus);
    return () => {
      isWatching = false;
      stop?.();
      window.removeEventListener("focus", onFocus);
    };
  }, [session, isOut, isOver]);
}

/** Calls `look` while the page is looked at, for as long as a removal can be taken back. Returns what ends it. */
function everySoOften(look: () => void): () => void {
  const end = Date.now() + RETURN_TIME;
  const timer = setInterval(() => {
    if (Date.now() > end) clearInterval(timer);
    else if (!document.hidden) look();
  }, OFTEN);
  return () => clearInterval(timer);
}

async function mayReturn({ articleId, me }: ArticleSession, isOut: boolean): Promise<boolean> {
  try {
    const known = answerSchema.parse(await (await fetch("/api/session")).json());
    if (known.user?.id !== me.id) return false;
    return !isOut || (await fetch(`/api/articles/${articleId}`)).ok;
  } catch {
    return false; // without a connection: the next look asks again
  }
}
