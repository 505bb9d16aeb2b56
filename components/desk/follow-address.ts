// Follows the part of the address from # on to what it names in the article.

import type { ArticleSession } from "../session/article-session.ts";

type Follow<Link, Place> = {
  /** Null for what is no such link. */
  readonly read: (hash: string) => Link | null;
  /** Null while it is not here. */
  readonly find: (link: Link) => Place | null;
  /** Null: everything has arrived, and it is not there. */
  readonly onArrived: (place: Place | null) => void;
};

/** Tells of each address what it leads to, as soon as that is known. Returns the function that stops it. */
export function followAddress<Link, Place>(
  { annotations, saving, loaded }: ArticleSession,
  { read, find, onArrived }: Follow<Link, Place>,
): () => void {
  let awaited: Link | null = null;
  const look = (): void => {
    if (awaited === null) return;
    const place = find(awaited);
    if (!(place === null ? saving.get().state === "saved" : loaded.get())) return;
    awaited = null;
    onArrived(place);
  };
  const onAddress = (): void => {
    awaited = read(location.hash);
    look();
  };
  const stops = [annotations.subscribe(look), saving.subscribe(look), loaded.subscribe(look)];
  window.addEventListener("hashchange", onAddress);
  onAddress();
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener("hashchange", onAddress);
  };
}
