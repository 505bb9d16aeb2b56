// The tools in the bar: saving, people, undo, view, text, help.

import { BookOpen, Keyboard, List } from "lucide-react";
import { useTranslations } from "use-intl";
import { NewsButton } from "../following/news-button.tsx";
import type { Following } from "../following/use-following.ts";
import { useHint } from "../keys/key-hints.tsx";
import { print } from "../print/printing.tsx";
import { useReadable } from "../session/use-readable.ts";
import { WaitingAtDesk } from "../space/late-waiting.ts";
import { Button } from "../ui/button.tsx";
import { UndoButtons } from "../ui/undo-buttons.tsx";
import type { DeskArticle } from "./desk-article.ts";
import { BrushToggle } from "./hand/brush-button.tsx";
import { PeopleHere } from "./people-here.tsx";
import { SavingStatus } from "./saving-status.tsx";
import { isEditor, SightChoice, SightMenu } from "./sight-menu.tsx";
import { LockSign } from "./text-lock.tsx";
import { TextMenu } from "./text-menu.tsx";
import type { Desk } from "./use-desk.ts";
import { FocusButton } from "./view/focus-button.tsx";
import { ViewMenu } from "./view/view-menu.tsx";

type DeskBarProps = {
  readonly desk: Desk;
  readonly article: Pick<DeskArticle, "space" | "archived">;
  readonly following: Following;
  readonly onHelp: () => void;
  /** Whether the list of all notes is open. */
  readonly listing: boolean;
  readonly onList: () => void;
};

export function DeskBar({ desk, article, following, onHelp, listing, onList }: DeskBarProps) {
  const words = useTranslations("desk");
  const list = useTranslations("list");
  const hint = useHint("list");
  const { session, state, dispatch, acts, participants } = desk;
  const lock = useReadable(session.lock);
  const edits = isEditor(session);
  const { space, archived } = article;
  const { template } = space;
  return (
    <>
      <SavingStatus session={session} />
      {/* the list of all notes tells of news, too */}
      <span className="contents max-[22.5rem]:hidden">
        <NewsButton following={following} />
      </span>
      {edits && !archived && template === "class" && (
        <span className="contents max-[22.5rem]:hidden">
          <WaitingAtDesk space={space} />
        </span>
      )}
      <PeopleHere participants={participants} me={session.me}>
        {edits && <SightChoice {...{ session, template }} />}
      </PeopleHere>
      {edits && <SightMenu {...{ session, template }} />}
      {session.role !== "viewer" && (
        // while the text is edited on a phone, its own tools stand below
        <span className={state.editing ? "contents max-sm:hidden" : "contents"}>
          <History desk={desk} />
        </span>
      )}
      {session.role !== "viewer" && !state.editing && (
        <BrushToggle inHand={state.brush !== null} onToggle={acts.toggleBrush} />
      )}
      {edits ? (
        <TextMenu
          session={session}
          editing={state.editing}
          onEdit={(editing) => dispatch({ type: "edit", editing })}
        />
      ) : (
        lock && <LockSign lock={lock} />
      )}
      <FocusButton focused={state.view.focus !== null} onToggle={acts.toggleFocus} />
      <Button
        look="icon"
        aria-label={list("all-notes")}
        title={hint(list("all-notes"))}
        aria-expanded={listing}
        onClick={onList}
      >
        <List size={16} aria-hidden />
      </Button>
      <CodebookButton desk={desk} />
      <DeskView desk={desk} />
      <Button
        look="icon"
        aria-label={words("keys")}
        title={words("keys")}
        className="pointer-coarse:hidden"
        onClick={onHelp}
      >
        <Keyboard size={16} aria-hidden />
      </Button>
    </>
  );
}

function CodebookButton({ desk: { state, dispatch } }: { readonly desk: Desk }) {
  const words = useTranslations("codebook");
  const hint = useHint("codebook");
  return (
    <Button
      look="icon"
      aria-label={words("codebook")}
      title={hint(words("codebook"))}
      aria-expanded={state.codebook}
      className="max-sm:hidden"
      onClick={() => dispatch({ type: "codebook", open: !state.codebook })}
    >
      <BookOpen size={16} aria-hidden />
    </Button>
  );
}

function DeskView({ desk }: { readonly desk: Desk }) {
  const { scheme, all, people, statusOf, state, dispatch, acts } = desk;
  return (
    <ViewMenu
      {...{ scheme, people, statusOf }}
      articleId={desk.session.articleId}
      placed={all}
      view={state.view}
      onView={(view) => dispatch({ type: "view", view })}
      onFocus={acts.toggleFocus}
      onPrint={() => void print()}
      onCodebook={() => dispatch({ type: "codebook", open: true })}
      wholeWords={desk.hand.wholeWords}
      onWholeWords={desk.hand.setWholeWords}
    />
  );
}

function History({ desk: { session, acts } }: { readonly desk: Desk }) {
  const words = useTranslations("desk");
  const canUndo = useReadable(session.canUndo);
  const canRedo = useReadable(session.canRedo);
  const redo = { name: words("redo"), can: canRedo, onClick: acts.redo };
  return (
    <UndoButtons
      undo={{ name: words("undo"), can: canUndo, onClick: acts.undo }}
      redo={{ ...redo, className: "max-sm:hidden" }}
    />
  );
}
