// Opens the session with the screen, and ends it with it.

import { useEffect, useRef, useState } from "react";
import type { Person, Role } from "#domain/person.ts";
import type { Place } from "#domain/wire.ts";
import type { ArticleSession, Carried } from "../session/article-session.ts";
import { openArticleSession } from "../session/open-session.ts";
import type { DeskArticle } from "./desk-article.ts";

/** What a session is opened with. */
type Opening = { readonly role: Role; readonly carried: Carried | null };

/** A session that ends, and what this person may do in the next one. */
type Ending = { readonly session: ArticleSession; readonly role: Role };

type SessionParts = {
  readonly article: DeskArticle;
  readonly me: Person;
  /** What the page knows that this person may do. */
  readonly role: Role;
  /** Told of what they may do from now on; never changes. */
  readonly onPlace: (place: Place) => void;
};

/** The session, or null until it is open. */
export function useSession(parts: SessionParts): ArticleSession | null {
  const { article, me, onPlace } = parts;
  const [session, setSession] = useState<ArticleSession | null>(null);
  const { id: articleId } = article;
  // the page may be fetched anew; what has changed since comes over the connection
  const [scheme] = useState(article.scheme);
  const [{ visibility, archived }] = useState(article);
  const { id, name, colour } = me;
  const [{ role, carried }, setOpening] = useState<Opening>({ role: parts.role, carried: null });
  const ending = useRef<Ending | null>(null);
  useEffect(() => {
    const person = { id, name, colour };
    const opened = openArticleSession({
      ...{ articleId, me: person, role, scheme, visibility, archived, carried },
    });
    setSession(opened);
    const end = (): void => {
      ending.current = { session: opened, role: opened.place.get().role };
      setSession(null);
    };
    opened.renewed.subscribe(end);
    opened.place.subscribe(() => {
      onPlace(opened.place.get());
      if (opened.place.get().role !== role) end();
    });
    // after the cards: as they go away, they hand in what was typed last
    return () => queueMicrotask(() => opened.destroy());
  }, [articleId, id, name, colour, role, scheme, visibility, archived, carried, onPlace]);
  useEffect(() => {
    // the screen has gone, and has handed in what was typed last
    if (session === null && ending.current) {
      const { session: ended, role } = ending.current;
      setOpening({ role, carried: ended.carryOver() });
    }
    ending.current = null;
  }, [session]);
  useEffect(() => {
    // asked from here, the server can renew the cookie, so that whoever comes back often stays known
    fetch("/api/session").catch(() => "offline: another time will do");
  }, []);
  return session;
}
