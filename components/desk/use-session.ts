// Opens the session with the screen, and ends it with it.

import { useEffect, useState } from "react";
import type { Person, Role } from "#domain/person.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { openArticleSession } from "../session/open-session.ts";

/** The session, or null until it is open. */
export function useSession(articleId: string, me: Person, role: Role): ArticleSession | null {
  const [session, setSession] = useState<ArticleSession | null>(null);
  const { id, name, colour } = me;
  useEffect(() => {
    const opened = openArticleSession({ articleId, me: { id, name, colour }, role });
    setSession(opened);
    // after the cards: as they go away, they hand in what was typed last
    return () => queueMicrotask(() => opened.destroy());
  }, [articleId, id, name, colour, role]);
  useEffect(() => {
    // asked from here, the server can renew the cookie, so that whoever comes back often stays known
    fetch("/api/session").catch(() => "offline: another time will do");
  }, []);
  return session;
}
