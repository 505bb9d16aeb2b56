// Says aloud what others may see: saved again, people coming, people marking.

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { ArticleSession } from "../session/article-session.ts";
import { savingWords } from "./saving-words.ts";
import { useOthersMarks } from "./use-others-marks.ts";

/** More arrivals than this at once are told as a number. */
const NAMES_AT_ONCE = 2;

export function useNews(session: ArticleSession, announce: (sentence: string) => void): void {
  useSavingNews(session, announce);
  useArrivals(session, announce);
  useOthersMarks(session, announce);
}

function useSavingNews({ saving }: ArticleSession, announce: (sentence: string) => void): void {
  const words = useTranslations("saving");
  const last = useRef("");
  useEffect(() => {
    const tell = (): void => {
      const { state } = saving.get();
      if (state === "saving" || state === "connecting" || state === last.current) return;
      // the first "saved" is no news: nothing was written yet
      if (last.current !== "" || state !== "saved") announce(savingWords(words, saving.get()));
      last.current = state;
    };
    tell();
    return saving.subscribe(tell);
  }, [saving, words, announce]);
}

function useArrivals(
  { participants, me }: ArticleSession,
  announce: (sentence: string) => void,
): void {
  const words = useTranslations("desk");
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const tell = (): void => {
      const here = participants.get().filter((each) => each.here && each.person.id !== me.id);
      const before = known.current;
      known.current = new Set(here.map(({ person }) => person.id));
      if (before === null) return;
      const names = here.map(({ person }) => person).filter(({ id }) => !before.has(id));
      if (names.length > NAMES_AT_ONCE) announce(words("people-joined", { count: names.length }));
      else for (const { name } of names) announce(words("joined", { name }));
    };
    tell();
    return participants.subscribe(tell);
  }, [participants, me.id, words, announce]);
}
