// Leads to the annotation that the address names, as soon as it has arrived.

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { linkedIn } from "./linked-annotation.ts";
import type { Desk } from "./use-desk.ts";
import { viewWith } from "./view/view.ts";

/** Says so when it is gone: once everything has arrived, it is not there. */
export function useLinked({ session, dispatch, now, acts, tell }: Desk): void {
  const words = useTranslations("desk");
  useEffect(() => {
    const open = ({ annotation, range }: Placed): void => {
      // a link shows what it leads to, whatever is hidden
      dispatch({ type: "view", view: viewWith(now().view, annotation) });
      acts.open(annotation.id);
      if (range === null) tell(words("linked-lost"));
    };
    return followAddress(session, (placed) => (placed ? open(placed) : tell(words("linked-gone"))));
  }, [session, dispatch, now, acts, tell, words]);
}

/** Tells the annotation of each address as soon as it is here, or null once it is known not to be. */
function followAddress(
  { index, annotations, saving, loaded }: ArticleSession,
  onArrived: (placed: Placed | null) => void,
): () => void {
  let awaited: string | null = null;
  const look = (): void => {
    if (awaited === null) return;
    const placed = index.get(awaited);
    if (!(placed ? loaded.get() : saving.get().state === "saved")) return;
    awaited = null;
    onArrived(placed);
  };
  const onAddress = (): void => {
    awaited = linkedIn(location.hash);
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
