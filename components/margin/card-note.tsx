// The note of one's own annotation: saved while it is typed.

import { type KeyboardEvent, useCallback } from "react";
import { useTranslations } from "use-intl";
import { NOTE_LENGTH } from "#domain/annotation/annotation.ts";
import type { CardHand } from "./card-hand.ts";
import { useDraft } from "./use-draft.ts";

/** The DOM id of the field for an annotation's note, so that a key can lead to it. */
export const noteFieldId = (id: string): string => `note-${id}`;

type CardNoteProps = { readonly id: string; readonly note: string; readonly hand: CardHand };

export function CardNote({ id, note, hand }: CardNoteProps) {
  const words = useTranslations("margin");
  const draft = useDraft({
    fieldId: noteFieldId(id),
    saved: note,
    save: useCallback((text: string) => hand.setNote(id, text), [hand, id]),
    onWriting: useCallback(
      (isWriting: boolean) => hand.showWriting(isWriting ? id : null),
      [hand, id],
    ),
  });
  const leave = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    document.getElementById(cardHeadId(id))?.focus();
  };
  return (
    <textarea
      id={noteFieldId(id)}
      aria-label={words("note")}
      placeholder={words("add-note")}
      rows={1}
      dir="auto"
      maxLength={NOTE_LENGTH}
      value={draft.text}
      onChange={(event) => draft.write(event.target.value)}
      onFocus={() => hand.showWriting(id)}
      onBlur={draft.leave}
      onKeyDown={leave}
      className="field-sizing-content relative z-10 min-h-8 w-full resize-none rounded-md border border-rule-strong bg-raised px-2 py-1 text-ink placeholder:text-muted pointer-coarse:min-h-11 pointer-coarse:py-2.5 pointer-coarse:text-[1rem]"
    />
  );
}

/** The DOM id of the button that is an annotation's card. */
export const cardHeadId = (id: string): string => `card-${id}`;
