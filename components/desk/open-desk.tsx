// The article screen with its tools: everything that needs the live session.

import { lazy, Suspense, useLayoutEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { directionOf } from "#domain/language-direction.ts";
import type { Person, Role } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Place } from "#domain/wire.ts";
import { ArticleView } from "../article/article-view.tsx";
import { type Following, useFollowing } from "../following/use-following.ts";
import { Keys } from "../keys/key-hints.tsx";
import { Fresh } from "../margin/new-sign.tsx";
import { useSchemeSpeech } from "../scheme-words/scheme-speech.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { Inside } from "../ui/inside.tsx";
import { patiently } from "../ui/patiently.ts";
import { Toast } from "../ui/toast.tsx";
import type { DeskArticle } from "./desk-article.ts";
import { DeskBar } from "./desk-bar.tsx";
import { DeskCodebook } from "./desk-codebook.tsx";
import { DeskNotes } from "./desk-notes.tsx";
import { DeskOutline } from "./desk-outline.tsx";
import { DeskPrinting } from "./desk-printing.tsx";
import type { DeskSlots } from "./desk-slots.ts";
import { FirstVisit } from "./first-visit.tsx";
import { HandBar } from "./hand/hand-bar.tsx";
import { MarkingMenu } from "./hand/marking-menu.tsx";
import { SELECTION_MENU } from "./hand/selection-menu.tsx";
import { useBrush } from "./hand/use-brush.ts";
import { SavingNotice } from "./saving-status.tsx";
import { useSightNews } from "./sight-menu.tsx";
import { useDescription } from "./use-description.ts";
import { type Desk, useDesk } from "./use-desk.ts";
import { useKeys } from "./use-keys.ts";
import { useLinked } from "./use-linked.ts";
import { useLinkedWords } from "./use-linked-words.ts";
import { useLock } from "./use-lock.ts";
import { useNarrow } from "./use-narrow.ts";
import { useNews } from "./use-news.ts";
import { useSession } from "./use-session.ts";
import { useTalkNews } from "./use-talk-news.ts";
import { useUncovered } from "./view/use-uncovered.ts";

const DeskOverview = lazy(() =>
  patiently(async () => ({ default: (await import("./desk-overview.tsx")).DeskOverview })),
);
const Dock = lazy(() => patiently(async () => ({ default: (await import("./dock.tsx")).Dock })));
const Shortcuts = lazy(() =>
  patiently(async () => ({ default: (await import("./shortcuts.tsx")).Shortcuts })),
);

type OpenDeskProps = {
  readonly article: DeskArticle;
  readonly me: Person;
  /** What the page knows that this person may do. */
  readonly role: Role;
  /** Where in the frame everything goes. */
  readonly slots: DeskSlots;
  /** Told when the live text is in the page, before the server's goes, and when it went. */
  readonly onLive: (isLive: boolean) => void;
  /** Told of the scheme that is in use. */
  readonly onScheme: (scheme: Scheme) => void;
  /** Told of what this person may do from now on. */
  readonly onPlace: (place: Place) => void;
};

export function OpenDesk({ me, role, onPlace, ...desk }: OpenDeskProps) {
  useSchemeSpeech(); // waits here, where nothing is drawn yet that would have to go again
  const session = useSession({ article: desk.article, me, role, onPlace });
  return session === null ? null : <LiveDesk {...desk} session={session} />;
}

type LiveDeskProps = Omit<OpenDeskProps, "me" | "role" | "onPlace"> & {
  readonly session: ArticleSession;
};

function LiveDesk({ article, session, slots, onLive, onScheme }: LiveDeskProps) {
  const desk = useDesk(session, { language: article.language, article: slots.article });
  useLayoutEffect(() => onScheme(desk.scheme), [onScheme, desk.scheme]);
  const { archived } = article;
  const { template } = article.space;
  const [help, setHelp] = useState(false);
  const [listing, setListing] = useState(false);
  const narrow = useNarrow();
  useNews(session, desk.announce);
  useTalkNews(desk);
  useLock(desk);
  useSightNews(desk);
  useLinked(desk);
  useBrush(desk);
  useUncovered(desk, narrow);
  const following = useDeskFollowing(desk);
  useDeskKeys({ desk, following, setHelp, setListing });
  const notes = (
    <Fresh value={following.fresh}>
      <DeskNotes {...{ desk, narrow, template, archived }} />
    </Fresh>
  );
  const codebook = <DeskCodebook {...{ desk, article, narrow }} />;
  return (
    <Keys value={desk.hand.keys}>
      <Inside of={slots.tools}>
        <DeskBar
          {...{ desk, article, following }}
          onHelp={() => setHelp(true)}
          listing={listing}
          onList={() => setListing(!listing)}
        />
      </Inside>
      <Inside of={slots.notice}>
        <SavingNotice session={session} title={article.title} />
      </Inside>
      <LiveText {...{ desk, slots, onLive }} />
      <Inside of={slots.margin}>{narrow ? null : desk.state.codebook ? codebook : notes}</Inside>
      {!narrow && desk.state.view.focus === null && (
        <Suspense>
          <DeskOverview desk={desk} />
        </Suspense>
      )}
      <MarkingMenu desk={desk} narrow={narrow} />
      {(narrow || desk.state.codebook) && <DeskOutline desk={desk} />}
      {narrow && (desk.state.codebook ? codebook : isHandFree(desk) && notes)}
      <HandBar desk={desk} />
      {!listing && !desk.state.codebook && <Welcome desk={desk} />}
      <Suspense>
        {listing && <Dock {...{ desk, following, narrow }} onClose={() => setListing(false)} />}
        {help && <Shortcuts hand={desk.hand} onClose={() => setHelp(false)} />}
      </Suspense>
      <ShownToast desk={desk} />
      <DeskPrinting desk={desk} article={article} />
      {desk.region}
    </Keys>
  );
}

type LiveTextProps = { readonly desk: Desk } & Pick<OpenDeskProps, "slots" | "onLive">;

function LiveText({ desk, slots, onLive }: LiveTextProps) {
  const { state, dispatch } = desk;
  return (
    <ArticleView
      session={desk.session}
      editing={state.editing}
      shows={desk.shows}
      look={desk.look}
      showsOthers={state.view.focus === null}
      wholeWords={desk.hand.wholeWords}
      onAdjust={desk.acts.move}
      hovered={state.hovered[0] ?? null}
      selected={state.selected}
      found={useLinkedWords(desk)}
      description={useDescription(desk)}
      details={desk.details}
      onHover={(ids) => dispatch({ type: "hover", ids })}
      onSelect={(id) => dispatch({ type: "select", id })}
      onSelection={desk.onSelection}
      onLayout={desk.onLayout}
      geometry={desk.geometry}
      frame={slots.text}
      toolbar={slots.toolbar}
      onLive={onLive}
    />
  );
}

/** Whether nothing else wants the lower part of a phone's screen. */
const isHandFree = ({ state: { selection, offer, brush } }: Desk): boolean =>
  selection === null && offer === null && brush === null;

function ShownToast({ desk: { toast, hideToast, acts } }: { readonly desk: Desk }) {
  const words = useTranslations("desk");
  if (toast === null) return null;
  const act = toast.undoes ? { name: words("undo"), run: acts.undo } : null;
  return <Toast key={toast.words} words={toast.words} act={act} onGone={hideToast} />;
}

function Welcome({ desk: { session, state, all } }: { readonly desk: Desk }) {
  const mine = all.some(({ annotation }) => annotation.author === session.me.id);
  const others = all.some(({ annotation }) => annotation.author !== session.me.id);
  const isBusy = state.selection || state.offer || state.brush || state.chosen.size > 0;
  if (session.role === "viewer" || isBusy) return null;
  return <FirstVisit selected={false} marked={mine} others={others} />;
}

function useDeskFollowing(desk: Desk): Following {
  const { session, scheme, shown, state, acts, tell, announce } = desk;
  const { selected } = state;
  return useFollowing({ session, scheme, shown, selected, onOpen: acts.open, tell, announce });
}

type DeskKeys = {
  readonly desk: Desk;
  readonly following: Following;
  readonly setHelp: (open: boolean) => void;
  readonly setListing: (open: boolean) => void;
};

function useDeskKeys({ desk, following, setHelp, setListing }: DeskKeys): void {
  const { session, hand, language, now, dispatch, acts } = desk;
  const { keys } = hand;
  const rightToLeft = directionOf(language) === "rtl";
  useKeys(
    useMemo(
      () => ({
        ...{ session, keys, rightToLeft, acts },
        state: now,
        onMenu: () => document.getElementById(SELECTION_MENU)?.querySelector("button")?.focus(),
        onHelp: () => setHelp(true),
        onCodebook: () => dispatch({ type: "codebook", open: !now().codebook }),
        onNextNew: following.openNext,
        onList: () => {
          setListing(true);
          // when it is open already, the key leads back to it
          document.querySelector<HTMLElement>("[data-dock] [data-row][tabindex='0']")?.focus();
        },
      }),
      [session, keys, rightToLeft, acts, now, dispatch, following.openNext, setHelp, setListing],
    ),
  );
}
