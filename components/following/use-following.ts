// What is new for this person, shown and not yet opened; and the way to it.

import { useCallback, useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { nameOf } from "../margin/label-name.tsx";
import type { ArticleSession } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";
import { useVisit } from "./use-visit.ts";

type Followed = {
  readonly session: ArticleSession;
  readonly scheme: Scheme;
  /** Those that pass the filter, in reading order. */
  readonly shown: readonly Placed[];
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
  readonly tell: (sentence: string) => void;
  readonly announce: (sentence: string) => void;
};

export type Following = {
  readonly fresh: ReadonlySet<string>;
  /** How many of those shown are new. */
  readonly count: number;
  /** Opens the next one behind what is selected, round and round. */
  readonly openNext: () => void;
  readonly markAllRead: () => void;
};

export function useFollowing(followed: Followed): Following {
  const { session, scheme, shown, selected, onOpen, tell, announce } = followed;
  const words = useTranslations("following");
  const { news } = session;
  const fresh = useReadable(news.fresh);
  const keep = useVisit(session);
  // again when `fresh` changes: what is said of the selected one is seen at once
  useEffect(() => {
    if (selected !== null && fresh.has(selected)) news.open(selected);
  }, [news, selected, fresh]);
  const waiting = useMemo(
    () => (fresh.size === 0 ? [] : shown.filter(({ annotation }) => fresh.has(annotation.id))),
    [fresh, shown],
  );
  const openNext = useCallback(() => {
    const next = nextOf(waiting, shown, selected);
    if (next === null) return tell(words("nothing-new"));
    const { id, kind, label, anchor } = next.annotation;
    onOpen(id);
    announce(words("new-note", { label: nameOf(scheme, kind, label), quote: anchor.quote }));
  }, [waiting, shown, selected, scheme, words, onOpen, tell, announce]);
  const markAllRead = useCallback(() => {
    news.openAll();
    keep();
  }, [news, keep]);
  return useMemo(
    () => ({ fresh, count: waiting.length, openNext, markAllRead }),
    [fresh, waiting, openNext, markAllRead],
  );
}

function nextOf(
  waiting: readonly Placed[],
  shown: readonly Placed[],
  selected: string | null,
): Placed | null {
  const at = shown.findIndex(({ annotation }) => annotation.id === selected);
  const behind = new Set(shown.slice(at + 1));
  return waiting.find((each) => behind.has(each)) ?? waiting[0] ?? null;
}
