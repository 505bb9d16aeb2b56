// The notes as plain words for those who listen, as long as no cards stand beside the text.

import { useCallback } from "react";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { NotesOutline } from "../margin/notes-outline.tsx";
import { useReadable } from "../session/use-readable.ts";
import type { Desk } from "./use-desk.ts";

export function DeskOutline({ desk }: { readonly desk: Desk }) {
  const { session, scheme, people, details, geometry, article, layout, shows, state } = desk;
  const hidden = useReadable(session.talk.hidden);
  const isSeen = useCallback(
    (annotation: Annotation) => shows(annotation) && !hidden.has(annotation.id),
    [shows, hidden],
  );
  return (
    <NotesOutline
      {...{ scheme, people, details, geometry, article, layout }}
      index={session.index}
      shows={isSeen}
      selected={state.selected}
    />
  );
}
