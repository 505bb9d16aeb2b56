// What is being typed, ahead of what is saved; the rest is saved when the field is left or goes away.

import { useCallback, useEffect, useRef, useState } from "react";

/** How long typing pauses before it is saved, in milliseconds. */
const PAUSE = 300;

type DraftOptions = {
  /** The DOM id of the field. */
  readonly fieldId: string;
  readonly saved: string;
  /** Must stay the same function while the field is about the same thing, as must `onWriting`. */
  readonly save: (text: string) => void;
  /** Told while somebody types, and when no longer. */
  readonly onWriting: (isWriting: boolean) => void;
};

export function useDraft({ fieldId, saved, save, onWriting }: DraftOptions) {
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string | null>(null);

  const saveNow = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (unsaved.current !== null) save(unsaved.current);
    unsaved.current = null;
  }, [save]);

  useEffect(() => {
    window.addEventListener("pagehide", saveNow);
    return () => {
      window.removeEventListener("pagehide", saveNow);
      saveNow();
      onWriting(false);
    };
  }, [saveNow, onWriting]);

  // what was undone shows at once, unless someone is typing
  useEffect(() => {
    if (document.activeElement?.id !== fieldId) setDraft((text) => (text === saved ? text : null));
  }, [fieldId, saved]);

  return {
    text: draft ?? saved,
    write: (text: string) => {
      setDraft(text);
      unsaved.current = text;
      onWriting(true); // a window in the background gets no focus event
      timer.current ??= setTimeout(saveNow, PAUSE);
    },
    leave: () => {
      saveNow();
      onWriting(false);
    },
  };
}
