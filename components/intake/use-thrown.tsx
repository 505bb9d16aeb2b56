// What was thrown away, and the way back for as long as it is offered.

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Toast } from "../ui/toast.tsx";

export type Thrown = {
  /** What was done, in words. */
  readonly words: string;
  readonly back: () => void;
  /** Called when there is no way back any more. */
  readonly end: () => void;
};

export type Throwing = {
  /** Offers the way back, and no other one any more. */
  readonly throwAway: (thrown: Thrown) => void;
  /** Ends what is thrown away. */
  readonly settle: () => void;
  /** The offer; `isHigh`: above a bar at the bottom of the page. */
  readonly offer: (isHigh: boolean) => ReactNode;
};

export function useThrown(): Throwing {
  const words = useTranslations("intake");
  const now = useRef<Thrown | null>(null);
  const [shown, setShown] = useState<Thrown | null>(null);
  const show = (thrown: Thrown | null): void => {
    now.current = thrown;
    setShown(thrown);
  };
  useEffect(() => () => now.current?.end(), []);
  const settle = (): void => {
    now.current?.end();
    show(null);
  };
  const bringBack = (): void => {
    now.current?.back();
    show(null);
  };
  return {
    settle,
    throwAway: (thrown) => {
      now.current?.end();
      show(thrown);
    },
    offer: (isHigh) => (
      <>
        <p role="status" className="sr-only">
          {shown?.words}
        </p>
        {shown && (
          <Toast
            key={shown.words}
            words={shown.words}
            isHigh={isHigh}
            act={{ name: words("undo"), run: bringBack }}
            onGone={settle}
          />
        )}
      </>
    ),
  };
}
