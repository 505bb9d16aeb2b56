// A short message at the edge of the page, with at most one thing to do about it; it goes away by itself.

import { useEffect, useState } from "react";
import { classes } from "./classes.ts";

/** How long it stays, in milliseconds; longer while it is pointed at or holds the focus. */
const LIFE = 8000;

type ToastProps = {
  readonly words: string;
  /** What can be done about it. */
  readonly act: { readonly name: string; readonly run: () => void } | null;
  /** Whether it stands above a bar at the bottom of the page. */
  readonly isHigh?: boolean;
  readonly onGone: () => void;
};

/** Not read aloud: whoever shows it says it where the page speaks. */
export function Toast({ words, act, isHigh = false, onGone }: ToastProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onGone, LIFE);
    return () => clearTimeout(timer);
  }, [held, onGone]);
  return (
    <section
      aria-label={act?.name}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={classes(
        "fixed start-4 z-40 flex min-h-11 max-w-[calc(100vw-2rem)] items-center gap-4 rounded-md bg-ink px-4 text-paper shadow-float",
        isHigh ? "bottom-20" : "bottom-4",
      )}
    >
      <p>{words}</p>
      {act && (
        <button
          type="button"
          onClick={act.run}
          className="-me-2 h-8 rounded-md px-2 font-semibold underline underline-offset-4 outline-paper! pointer-coarse:h-11"
        >
          {act.name}
        </button>
      )}
    </section>
  );
}
