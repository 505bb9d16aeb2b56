// The note of one's own annotation: saved while it is typed.

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { NOTE_LENGTH } from "#domain/annotation.ts";
import type { CardHand } from "./card-hand.ts";

/** How long typing pauses before the note is saved, in milliseconds. */
const PAUSE = 300;

/** The DOM id of the field for an annotation's note, so that a key can lead to it. */
export const noteFieldId = (id: string): string => `note-${id}`;

type CardNoteProps = { readonly id: string; readonly note: string; readonly hand: CardHand };

export function CardNote({ id, note, hand }: CardNoteProps) {
  const words = useTranslations("margin");
  const draft = useDraft(id, note, hand);
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
      className="field-sizing-content relative z-10 min-h-8 w-full resize-none rounded-md border border-rule-strong bg-raised px-2 py-1 text-ink placeholder:text-muted pointer-coarse:text-[1rem]"
    />
  );
}

/** The DOM id of the button that is an annotation's card. */
export const cardHeadId = (id: string): string => `card-${id}`;

/** What is being typed, ahead of what is saved; the rest is saved when the field is left or goes away. */
function useDraft(id: string, note: string, hand: CardHand) {
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string | null>(null);

  const save = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (unsaved.current !== null) hand.setNote(id, unsaved.current);
    unsaved.current = null;
  }, [hand, id]);

  useEffect(() => {
    window.addEventListener("pagehide", save);
    return () => {
      window.removeEventListener("pagehide", save);
      save();
      hand.showWriting(null);
    };
  }, [hand, save]);

  // what was undone shows at once, unless someone is typing
  useEffect(() => {
    if (document.activeElement?.id !== noteFieldId(id))
      setDraft((text) => (text === note ? text : null));
  }, [id, note]);

  return {
    text: draft ?? note,
    write: (text: string) => {
      setDraft(text);
      unsaved.current = text;
      hand.showWriting(id); // a window in the background gets no focus event
      timer.current ??= setTimeout(save, PAUSE);
    },
    leave: () => {
      save();
      hand.showWriting(null);
    },
  };
}
