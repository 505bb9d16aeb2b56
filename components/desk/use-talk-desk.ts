// What the cards need for their talk, put together once.

import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { type Person, personSchema } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { type Ask, useAskServer } from "../library/ask-server.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { CardTalk } from "../talk/late-parts.ts";
import type { TalkDesk } from "../talk/talk-desk.ts";
import type { Bench } from "./acts.ts";
import { createTalkActs } from "./talk-acts.ts";

const membersSchema = z.object({ members: z.array(personSchema) });

/** How long the page has other things to fetch first, in milliseconds. */
const LEISURE = 10_000;

type Voices = Pick<Bench, "announce" | "tell" | "offerUndo">;

export function useTalkDesk(session: ArticleSession, scheme: Scheme, voices: Voices): TalkDesk {
  const { announce, tell, offerUndo } = voices;
  const words = useTranslations("talk");
  const ask = useAskServer();
  useEffect(() => {
    // in good time: later there may be no connection
    const timer = setTimeout(CardTalk.fetch, LEISURE);
    return () => clearTimeout(timer);
  }, []);
  return useMemo(
    () => ({
      ...{ talk: session.talk, me: session.me, role: session.role },
      hand: createTalkActs({ session, scheme, words, ask, announce, tell, offerUndo }),
      members: askOnce(session, () => membersOf(ask, session.articleId)),
    }),
    [session, scheme, words, ask, announce, tell, offerUndo],
  );
}

async function membersOf(ask: Ask, articleId: string): Promise<readonly Person[]> {
  const answer = await ask(`/articles/${articleId}/members`, { expect: membersSchema });
  return answer.ok ? answer.value.members : [];
}

/** Asks when it is first wanted, and again only if nobody was told or others are seen since. */
function askOnce(
  { visibility }: ArticleSession,
  question: () => Promise<readonly Person[]>,
): () => Promise<readonly Person[]> {
  let asked: Promise<readonly Person[]> | null = null;
  visibility.subscribe(() => {
    asked = null;
  });
  return async () => {
    asked ??= question();
    const people = await asked;
    if (people.length === 0) asked = null;
    return people;
  };
}
