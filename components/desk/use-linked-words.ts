// Leads to the words that the address names, as soon as the text has arrived, and marks them for a moment.

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { ArticleText, TextRange } from "#domain/article/article-text.ts";
import { followAddress } from "./follow-address.ts";
import { placesOf, wordsLinkedIn } from "./linked-words.ts";
import type { Desk } from "./use-desk.ts";

/** How long they are marked, in milliseconds. */
const MOMENT = 5000;

/** Places in a text: what is changed afterwards makes them wrong. */
type Found = { readonly text: ArticleText; readonly places: readonly TextRange[] };

const NOWHERE: readonly TextRange[] = [];

/** What is to be marked now. Says so when the words are gone: once everything has arrived, they are not there. */
export function useLinkedWords({ session, geometry, announce, tell }: Desk): readonly TextRange[] {
  const words = useTranslations("desk");
  const { index } = session;
  const [found, setFound] = useState<Found | null>(null);
  useEffect(
    () =>
      followAddress(session, {
        read: wordsLinkedIn,
        find: (linked) => {
          const places = placesOf(index.text, linked);
          const [first] = places;
          return first ? { text: index.text, places, first } : null;
        },
        onArrived: (arrived) => {
          setFound(arrived);
          if (arrived === null) return tell(words("linked-words-gone"));
          geometry.current?.reveal(arrived.first);
          announce(words("linked-words"));
        },
      }),
    [session, index, geometry, announce, tell, words],
  );
  useEffect(() => {
    if (found === null) return;
    const forget = (): void => setFound(null);
    const timer = setTimeout(forget, MOMENT);
    const stop = index.subscribe(() => index.text.text !== found.text.text && forget());
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [index, found]);
  return found?.places ?? NOWHERE;
}
