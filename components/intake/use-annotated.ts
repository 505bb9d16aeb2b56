// Files that other tools have annotated, while they are looked over.

import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { Chosen } from "./annotated/choices.ts";
import { type LeftAnnotated, leaveAnnotated, leftAnnotated } from "./held-files.ts";
import type { Throwing } from "./use-thrown.tsx";

export type Annotated = {
  readonly files: readonly File[];
  readonly isShown: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly ways: AnnotatedWays;
  /** What was left when the page was, and is not taken up yet. */
  readonly left: LeftAnnotated | null;
  readonly takeUp: () => void;
  /** Forgets what was left, and returns what brings it back. */
  readonly dropLeft: () => () => void;
};

export type AnnotatedWays = {
  /** What was chosen before; null: what is likely. */
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
  /** Told that it is taken over. */
  readonly onTaken: () => void;
  /** Told that somebody wants nothing of it any more: there is a way back. */
  readonly onDiscard: () => void;
  /** Told that nothing came of it. */
  readonly onClose: () => void;
};

/** What was chosen outlives being thrown away for as long as there is a way back, and a walk through the app. */
export function useAnnotated(person: string, { throwAway, settle }: Throwing): Annotated {
  const words = useTranslations("intake");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isThrown, setThrown] = useState(false);
  const { left, setLeft } = useLeft(person);
  const [now] = useState((): Now => ({ chosen: null, isTaken: false }));
  const leave = useEffectEvent(() => {
    const isAtStake = files.length > 0 && !isThrown && !now.isTaken;
    if (isAtStake) leaveAnnotated({ person, files, chosen: now.chosen });
  });
  useEffect(() => () => leave(), []);
  const close = (): void => {
    now.chosen = null;
    setFiles([]);
    setThrown(false);
  };
  const forgetLeft = (): void => {
    leaveAnnotated(null);
    setLeft(null);
  };
  return {
    files,
    isShown: files.length > 0 && !isThrown,
    add: (more) => {
      if (isThrown) settle();
      setFiles((before) => [...before, ...more]);
    },
    ways: {
      chosen: now.chosen,
      onChoose: (chosen) => {
        now.chosen = chosen;
      },
      onTaken: () => {
        now.isTaken = true;
      },
      onDiscard: () => {
        setThrown(true);
        throwAway({ words: words("discarded"), back: () => setThrown(false), end: close });
      },
      onClose: close,
    },
    left,
    takeUp: () => {
      if (left === null) return;
      now.chosen = left.chosen;
      setFiles((before) => [...before, ...left.files]);
      forgetLeft();
    },
    dropLeft: () => {
      forgetLeft();
      return () => {
        leaveAnnotated(left);
        setLeft(left);
      };
    },
  };
}

/** What nothing is drawn by. */
type Now = { chosen: Chosen | null; isTaken: boolean };

/** What was left is found once the page is alive: no server knows it. */
function useLeft(person: string) {
  const [left, setLeft] = useState<LeftAnnotated | null>(null);
  useEffect(() => setLeft(leftAnnotated(person)), [person]);
  return { left, setLeft };
}
