// Opens the session with the screen, and ends it with it.

import { useEffect, useState } from "react";
import type { Person, Role } from "#domain/person.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { openArticleSession } from "../session/open-session.ts";
import type { DeskArticle } from "./desk-article.ts";

/** The session, or null until it is open. */
export function useSession(article: DeskArticle, me: Person, role: Role): ArticleSession | null {
  const [session, setSession] = useState<ArticleSession | null>(null);
  const { id: articleId } = article;
  // the page may be fetched anew; what has changed since comes over the connection
  const [scheme] = useState(article.scheme);
  const { id, name, colour } = me;
  useEffect(() => {
    const opened = openArticleSession({ articleId, me: { id, name, colour }, role, scheme });
    setSession(opened);
    // after the cards: as they go away, they hand in what was typed last
    return () => queueMicrotask(() => opened.destroy());
  }, [articleId, id, name, colour, role, scheme]);
  useEffect(() => {
    // asked from here, the server can renew the cookie, so that whoever comes back often stays known
    fetch("/api/session").catch(() => "offline: another time will do");
  }, []);
  return session;
}
