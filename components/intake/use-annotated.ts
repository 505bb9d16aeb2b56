// Files that other tools have annotated, while they are looked over.

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Throwing } from "./use-thrown.tsx";

type Annotated = {
  readonly files: readonly File[];
  readonly isShown: boolean;
  readonly add: (files: readonly File[]) => void;
  /** Takes them off the page: with a way back, or for good where nothing was chosen yet. */
  readonly ways: { readonly onDiscard: () => void; readonly onClose: () => void };
};

/** What was chosen outlives being thrown away for as long as there is a way back. */
export function useAnnotated({ throwAway, settle }: Throwing): Annotated {
  const words = useTranslations("intake");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isThrown, setThrown] = useState(false);
  const close = (): void => {
    setFiles([]);
    setThrown(false);
  };
  return {
    files,
    isShown: files.length > 0 && !isThrown,
    add: (more) => {
      if (isThrown) settle();
      setFiles((before) => [...before, ...more]);
    },
    ways: {
      onDiscard: () => {
        setThrown(true);
        throwAway({ words: words("discarded"), back: () => setThrown(false), end: close });
      },
      onClose: close,
    },
  };
}
