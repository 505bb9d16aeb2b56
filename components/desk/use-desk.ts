// Everything the open desk knows and can do, put together.

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "#domain/person.ts";
import type { Status } from "#domain/status.ts";
import type { ArticleGeometry, TextSelection } from "../article/article-view-props.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { Store } from "../session/store.ts";
import { useReadable } from "../session/use-readable.ts";
import { type Acts, createActs } from "./acts.ts";
import { useAnnouncer } from "./announcer.tsx";
import { type DeskAction, deskReducer, FRESH_DESK } from "./desk-state.ts";
import { keepView, recallView } from "./kept-view.ts";
import { useHandSettings } from "./use-hand-settings.ts";
import { useLook } from "./use-look.ts";
import { useSteady } from "./use-steady.ts";
import { useToast } from "./use-toast.ts";
import { shownIn } from "./view.ts";

export type Desk = ReturnType<typeof useDesk>;

/** `language` is the article's, BCP 47 or "". */
export function useDesk(session: ArticleSession, language: string) {
  const words = useTranslations("desk");
  // not in React's hands: a key may follow a selection sooner than React draws it
  const [desk] = useState(() => new Store({ ...FRESH_DESK, view: recallView(session.me.id) }));
  const state = useReadable(desk);
  const dispatch = useCallback(
    (action: DeskAction) => desk.set(deskReducer(desk.get(), action)),
    [desk],
  );
  // counts up whenever lines may have moved; not in React's hands, for only the margin looks at it
  const [layout] = useState(() => new Store(0));
  const geometry = useRef<ArticleGeometry>(null);
  const article = useRef<HTMLDivElement>(null);
  const { announce, region } = useAnnouncer();
  const { tell, offerUndo, ...toast } = useToast(announce);
  const hand = useHandSettings(session.me.id);
  const { keysNow } = hand;
  const all = useReadable(session.annotations);
  const scheme = useReadable(session.scheme);

  const { view } = state;
  const { filter, focus } = view;
  const shows = useMemo(() => shownIn({ filter, focus }, statusOf), [filter, focus]);
  const shown = useMemo(() => all.filter(({ annotation }) => shows(annotation)), [all, shows]);
  const { participants, people, writing } = usePeople(session);
  const look = useLook(view, { scheme, people, statusOf });
  useEffect(() => keepView(session.me.id, view), [session.me.id, view]);

  const acts = useMemo(
    (): Acts =>
      createActs({
        ...{ session, scheme, words, language, geometry },
        keys: () => keysNow.current,
        dispatch,
        announce,
        state: desk.get,
        shown: () => {
          const shows = shownIn(desk.get().view, statusOf);
          return session.index.placed().filter(({ annotation }) => shows(annotation));
        },
        ...{ offerUndo, tell },
      }),
    [session, scheme, words, language, announce, offerUndo, tell, desk, dispatch, keysNow],
  );

  const onSelection = useCallback(
    (selection: TextSelection | null) => {
      dispatch({ type: "selection", selection });
      session.showSelection(selection?.range ?? null);
    },
    [session, dispatch],
  );
  const onLayout = useCallback(() => layout.set(layout.get() + 1), [layout]);

  return {
    ...{ session, scheme, state, now: desk.get, dispatch, acts, announce, tell, region },
    ...{ ...toast, hand, language },
    ...{ geometry, article, layout, onLayout, onSelection },
    ...{ all, shown, shows, look, statusOf, people, participants, writing },
  };
}

/** Every thread is open as long as none can be resolved. */
const statusOf = (): Status => "open";

/** Everyone whose name is known, and whose notes are being written right now; both steady while people come, go and select. */
function usePeople({ me, participants: readable }: ArticleSession) {
  const participants = useReadable(readable);
  const people = useMemo(
    () =>
      new Map<string, Person>([
        [me.id, me],
        ...participants.map(({ person }) => [person.id, person] as const),
      ]),
    [me, participants],
  );
  const writing = useMemo(
    () => new Set(participants.flatMap(({ note }) => (note === null ? [] : [note]))),
    [participants],
  );
  return {
    participants,
    people: useSteady(people, samePeople),
    writing: useSteady(writing, sameMembers),
  };
}

function samePeople(
  before: ReadonlyMap<string, Person>,
  now: ReadonlyMap<string, Person>,
): boolean {
  return (
    before.size === now.size &&
    [...now.values()].every(({ id, name, colour }) => {
      const known = before.get(id);
      return known?.name === name && known.colour === colour;
    })
  );
}

function sameMembers(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return before.size === now.size && [...now].every((each) => before.has(each));
}
