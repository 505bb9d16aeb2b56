// The notes, beside the text or, on a phone, in a sheet below it.

import { useTranslations } from "use-intl";
import { EmptyMargin } from "../margin/empty-margin.tsx";
import { Margin } from "../margin/margin.tsx";
import { NotesSheet } from "../margin/notes-sheet.tsx";
import { FocusNotice, FocusPill } from "./focus-button.tsx";
import type { Desk } from "./use-desk.ts";

export function DeskNotes({ desk, narrow }: { readonly desk: Desk; readonly narrow: boolean }) {
  const words = useTranslations("desk");
  const { session, scheme, state, acts, all, shown, people, writers } = desk;
  const filtered = all.length > shown.length;
  const focused = state.view.focus !== null;
  const notes = {
    ...{ scheme, me: session.me, placed: shown, people, writers, hand: acts, desk: desk.talk },
    ...{ selected: state.selected, hovered: state.hovered, chosen: state.chosen },
  };
  if (focused && narrow && shown.length === 0) return <FocusPill onToggle={acts.toggleFocus} />;
  if (narrow) {
    return (
      <NotesSheet {...notes} filtered={filtered} onStep={acts.step} onClose={() => acts.clear()} />
    );
  }
  return (
    <>
      <h2 className="sr-only">{words("notes")}</h2>
      {shown.length > 0 ? (
        <Margin {...notes} {...placeOf(desk)} />
      ) : focused ? (
        <FocusNotice onToggle={acts.toggleFocus} />
      ) : (
        <EmptyMargin filtered={filtered} readOnly={session.role === "viewer"} />
      )}
    </>
  );
}

/** What the margin needs to know of the page to stand beside it. */
function placeOf({ session: { index }, geometry, article, layout, shows }: Desk) {
  return { index, geometry, article, layout, shows };
}
