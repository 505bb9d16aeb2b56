// Opens the session with the screen, and ends it with it.

import { useEffect, useRef, useState } from "react";
import type { Person, Role } from "#domain/person.ts";
import type { ArticleSession, Carried } from "../session/article-session.ts";
import { openArticleSession } from "../session/open-session.ts";
import type { DeskArticle } from "./desk-article.ts";

/** The session, or null until it is open. */
export function useSession(article: DeskArticle, me: Person, role: Role): ArticleSession | null {
  const [session, setSession] = useState<ArticleSession | null>(null);
  const { id: articleId } = article;
  // the page may be fetched anew; what has changed since comes over the connection
  const [scheme] = useState(article.scheme);
  const [visibility] = useState(article.visibility);
  const { id, name, colour } = me;
  const [carried, setCarried] = useState<Carried | null>(null);
  const ending = useRef<ArticleSession | null>(null);
  useEffect(() => {
    const person = { id, name, colour };
    const opened = openArticleSession({
      ...{ articleId, me: person, role, scheme, visibility, carried },
    });
    setSession(opened);
    opened.renewed.subscribe(() => {
      ending.current = opened;
      setSession(null);
    });
    // after the cards: as they go away, they hand in what was typed last
    return () => queueMicrotask(() => opened.destroy());
  }, [articleId, id, name, colour, role, scheme, visibility, carried]);
  useEffect(() => {
    // the screen has gone, and has handed in what was typed last
    if (session === null && ending.current) setCarried(ending.current.carryOver());
    ending.current = null;
  }, [session]);
  useEffect(() => {
    // asked from here, the server can renew the cookie, so that whoever comes back often stays known
    fetch("/api/session").catch(() => "offline: another time will do");
  }, []);
  return session;
}
