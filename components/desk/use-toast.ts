// The short message at the edge of the page: what was just deleted, or why nothing happened.

import { useCallback, useState } from "react";

/** `undoes`: with the offer to take the last step back. */
type DeskToast = { readonly words: string; readonly undoes: boolean };

/** `announce` says a sentence to those who listen to the page. */
export function useToast(announce: (sentence: string) => void) {
  const [toast, setToast] = useState<DeskToast | null>(null);
  const offerUndo = useCallback((deleted: string | null) => {
    setToast(deleted === null ? null : { words: deleted, undoes: true });
  }, []);
  const tell = useCallback(
    (sentence: string) => {
      setToast({ words: sentence, undoes: false });
      announce(sentence);
    },
    [announce],
  );
  const hideToast = useCallback(() => setToast(null), []);
  return { toast, offerUndo, tell, hideToast };
}
