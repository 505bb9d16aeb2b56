// Says aloud what others mark: one sentence at a time, so that a busy class does not drown the reader.

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { ArticleSession } from "../session/article-session.ts";
import { useRemembered } from "../ui/browser-memory.ts";

/** How long marks are gathered before they are told together, in milliseconds. */
const PAUSE = 5000;

const KEY = "postil.others-aloud";

/** Whether marks of others are said, and the function that changes it; kept in this browser. */
export function useOthersAloud(): readonly [boolean, (aloud: boolean) => void] {
  const [kept, keep] = useRemembered(KEY);
  return [kept !== "off", (aloud) => keep(aloud ? "on" : "off")];
}

export function useOthersMarks(session: ArticleSession, announce: (words: string) => void): void {
  const words = useTranslations("desk");
  const [isAloud] = useOthersAloud();
  useEffect(() => {
    if (!isAloud) return;
    const watch = watchOthers(session, (names, count) => {
      const [name = ""] = names;
      announce(
        names.length === 1
          ? words("marked-by-one", { name, count })
          : words("marked-by-many", { people: names.length, count }),
      );
    });
    return watch;
  }, [session, announce, words, isAloud]);
}

/** Calls `tell` with the names of those who marked something, and how much. Returns the function that stops it. */
function watchOthers(
  { index, annotations, participants, saving, me }: ArticleSession,
  tell: (names: readonly string[], count: number) => void,
): () => void {
  let known: ReadonlySet<string> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    const all = index.placed().map(({ annotation }) => annotation);
    const added = all.filter(({ id, author }) => author !== me.id && !known?.has(id));
    known = new Set(all.map(({ id }) => id));
    const authors = new Set(added.map(({ author }) => author));
    const people = participants.get().filter(({ person }) => authors.has(person.id));
    if (people.length > 0)
      tell(
        people.map(({ person }) => person.name),
        added.length,
      );
  };
  const begin = (): void => {
    // what is there by the time everything has arrived is no news
    if (known !== null || saving.get().state !== "saved") return;
    known = new Set(index.placed().map(({ annotation }) => annotation.id));
  };
  begin();
  const stops = [
    saving.subscribe(begin),
    annotations.subscribe(() => {
      if (known !== null) timer ??= setTimeout(look, PAUSE);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
  };
}
