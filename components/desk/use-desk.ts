// Everything the open desk knows and can do, put together.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ArticleGeometry, TextSelection } from "../article/article-view-props.ts";
import type { Details } from "../margin/use-details.ts";
import { useSpoken } from "../scheme-words/scheme-speech.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { Store } from "../session/store.ts";
import { useReadable } from "../session/use-readable.ts";
import { type Acts, createActs } from "./acts.ts";
import { useAnnouncer } from "./announcer.tsx";
import { FRESH_DESK } from "./desk-state.ts";
import { DeskStore } from "./desk-store.ts";
import { useHandSettings } from "./hand/use-hand-settings.ts";
import { usePeople } from "./use-people.ts";
import { useTalkDesk } from "./use-talk-desk.ts";
import { useToast } from "./use-toast.ts";
import { keepView, recallView } from "./view/kept-view.ts";
import { useLook } from "./view/use-look.ts";
import { statusIn, useShown } from "./view/use-shown.ts";
import { shownIn } from "./view/view.ts";

export type Desk = ReturnType<typeof useDesk>;

type DeskText = {
  /** Of the article, BCP 47 or "". */
  readonly language: string;
  /** The element around the article. */
  readonly article: RefObject<HTMLDivElement | null>;
};

export function useDesk(session: ArticleSession, { language, article }: DeskText) {
  const words = useTranslations("desk");
  // not in React's hands: a key may follow a selection sooner than React draws it
  const [desk] = useState(() => new DeskStore({ ...FRESH_DESK, view: recallView(session.me.id) }));
  const state = useReadable(desk.drawn);
  const { now, dispatch } = desk;
  // counts up whenever lines may have moved; not in React's hands, for only the margin looks at it
  const [layout] = useState(() => new Store(0));
  const [details] = useState((): Details => new Store(new Map()));
  const geometry = useRef<ArticleGeometry>(null);
  const { announce, region } = useAnnouncer();
  const { tell, offerUndo, ...toast } = useToast(announce);
  const hand = useHandSettings(session.me.id);
  const { keysNow } = hand;
  const all = useReadable(session.annotations);
  const scheme = useSpoken(useReadable(session.scheme));

  const { view } = state;
  const { shown, seen, shows, statusOf } = useShown(session, view, all);
  const { participants, people, writers } = usePeople(session);
  const talk = useTalkDesk(session, scheme, { announce, tell, offerUndo });
  const look = useLook(view, { scheme, people, statusOf });
  useEffect(() => keepView(session.me.id, view), [session.me.id, view]);

  const acts = useMemo(
    (): Acts =>
      createActs({
        ...{ session, scheme, words, language, geometry },
        keys: () => keysNow.current,
        dispatch,
        announce,
        state: now,
        shown: () => {
          const shows = shownIn(now().view, statusIn(session));
          return session.index.placed().filter(({ annotation }) => shows(annotation));
        },
        ...{ offerUndo, tell },
      }),
    [session, scheme, words, language, announce, offerUndo, tell, now, dispatch, keysNow],
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
    ...{ session, scheme, state, now, dispatch, acts, announce, tell, region },
    ...{ ...toast, hand, language },
    ...{ geometry, article, layout, details, onLayout, onSelection },
    ...{ all, shown, seen, shows, look, statusOf, people, participants, writers, talk },
  };
}
