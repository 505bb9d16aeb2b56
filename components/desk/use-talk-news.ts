// Says aloud what others say to this person: replies to their notes, mentions, proposals.

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import type { Talk } from "#domain/talk/talk-index.ts";
import type { ArticleSession } from "../session/article-session.ts";
import type { Words } from "../words/words.ts";

type Listener = {
  readonly session: ArticleSession;
  readonly scheme: Scheme;
  readonly announce: (sentence: string) => void;
};

export function useTalkNews({ session, scheme, announce }: Listener): void {
  const words = useTranslations("talk");
  const heard = useRef(new Set<string>());
  useEffect(() => {
    // what was said before this person came is no news
    let isHere = session.saving.get().state === "saved";
    const arrive = session.saving.subscribe(() => {
      isHere ||= session.saving.get().state === "saved";
    });
    const leave = session.talk.watch((refs) => {
      const told = [...refs].flatMap((ref) => sayingsAt(ref, { session, scheme, words }));
      const fresh = told.filter(([key]) => !heard.current.has(key));
      for (const [key] of fresh) heard.current.add(key);
      if (isHere) for (const [, sentence] of fresh) announce(sentence);
    });
    return () => {
      arrive();
      leave();
    };
  }, [session, scheme, words, announce]);
}

type Telling = Omit<Listener, "announce"> & { readonly words: Words<"talk"> };

/** What concerns this person at one annotation, each with a key of its own. */
function sayingsAt(ref: string, telling: Telling): readonly (readonly [key: string, string])[] {
  const { talk, me, index } = telling.session;
  const annotation = index.get(ref)?.annotation;
  if (!annotation) return [];
  const said = talk.about(ref).get();
  if (said.hidden) return [];
  const kind = kindOf(telling.scheme, annotation.kind).name;
  const mine = annotation.author === me.id;
  return [
    ...replyNews(said, { ...telling, kind, mine }),
    ...proposalNews(said, { ...telling, kind, mine }),
  ];
}

type About = Telling & {
  /** The name of the annotation's kind. */
  readonly kind: string;
  /** Whether the annotation is this person's. */
  readonly mine: boolean;
};

function replyNews({ replies }: Talk, { session, words, kind, mine }: About) {
  return replies.flatMap(({ id, author, text, mentions, hidden }) => {
    const name = nameOf(session, author);
    if (author === session.me.id || name === null || hidden) return [];
    if (mentions.includes(session.me.id))
      return [[id, words("news-mention", { name, text })] as const];
    return mine ? [[id, words("news-reply", { name, kind })] as const] : [];
  });
}

function proposalNews({ proposals }: Talk, { session, words, kind, mine }: About) {
  return proposals.flatMap(({ author, at }) => {
    const name = nameOf(session, author);
    if (!mine || name === null) return [];
    return [[`${author} ${at}`, words("news-proposal", { name, kind })] as const];
  });
}

/** Null for somebody who was removed. */
const nameOf = ({ participants }: ArticleSession, id: string): string | null =>
  participants.get().find(({ person }) => person.id === id)?.person.name ?? null;
