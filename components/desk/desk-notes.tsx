// The notes, beside the text or, on a phone, in a sheet below it.

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Template } from "#domain/space.ts";
import { EmptyMargin } from "../margin/empty-margin.tsx";
import { Margin } from "../margin/margin.tsx";
import type { MarginProps } from "../margin/margin-props.ts";
import { NotesSheet } from "../margin/notes-sheet.tsx";
import { SightLine } from "./sight-menu.tsx";
import type { Desk } from "./use-desk.ts";
import { useSteady } from "./use-steady.ts";
import { FocusNotice, FocusPill } from "./view/focus-button.tsx";

type DeskNotesProps = {
  readonly desk: Desk;
  readonly template: Template;
  /** Then the bar tells whose notes are shown. */
  readonly archived: boolean;
  readonly narrow: boolean;
};

export function DeskNotes({ desk, template, archived, narrow }: DeskNotesProps) {
  const words = useTranslations("desk");
  const { session, scheme, state, acts, all, shown, people, writers } = desk;
  const filtered = all.length > shown.length;
  const focused = state.view.focus !== null;
  const notes = {
    ...{ scheme, me: session.me, placed: shown, people, writers, hand: acts, desk: desk.talk },
    ...{ selected: state.selected, hovered: state.hovered, chosen: state.chosen },
  };
  if (focused && narrow && shown.length === 0) return <FocusPill onToggle={acts.toggleFocus} />;
  const line = archived ? null : <SightLine {...{ session, template }} />;
  if (narrow) {
    return (
      <NotesSheet
        {...{ ...notes, filtered, line }}
        onStep={acts.step}
        onClose={() => acts.clear()}
      />
    );
  }
  return (
    <>
      <h2 className="sr-only">{words("notes")}</h2>
      <div className="absolute inset-x-0 bottom-full print:hidden">{line}</div>
      {shown.length > 0 ? (
        <WideMargin desk={desk} notes={notes} />
      ) : focused ? (
        <FocusNotice onToggle={acts.toggleFocus} />
      ) : (
        <EmptyMargin filtered={filtered} readOnly={session.role === "viewer"} />
      )}
    </>
  );
}

type WideMarginProps = { readonly desk: Desk; readonly notes: MarginProps };

/** The margin finds the notes near the window by itself; of all of them it needs those that lost their words. */
function WideMargin({ desk, notes }: WideMarginProps) {
  const { session, geometry, article, layout, shows, details } = desk;
  const lost = useMemo(() => notes.placed.filter(({ range }) => range === null), [notes.placed]);
  const placed = useSteady(lost, sameMembers);
  return (
    <Margin
      {...notes}
      {...{ placed, geometry, article, layout, shows, details }}
      index={session.index}
    />
  );
}

const sameMembers = (before: readonly Placed[], now: readonly Placed[]): boolean =>
  before.length === now.length && now.every((each, index) => each === before[index]);
