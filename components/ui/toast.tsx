// A short message at the edge of the page, with one thing to do about it; it goes away by itself.

import { useEffect, useState } from "react";

/** How long it stays, in milliseconds; longer while it is pointed at or holds the focus. */
const LIFE = 8000;

type ToastProps = {
  readonly words: string;
  readonly act: string;
  readonly onAct: () => void;
  readonly onGone: () => void;
};

/** Not read aloud: whoever shows it says it where the page speaks. */
export function Toast({ words, act, onAct, onGone }: ToastProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onGone, LIFE);
    return () => clearTimeout(timer);
  }, [held, onGone]);
  return (
    <section
      aria-label={act}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="fixed start-4 bottom-4 z-40 flex min-h-11 items-center gap-4 rounded-md bg-ink ps-4 pe-2 text-paper shadow-float"
    >
      {words}
      <button
        type="button"
        onClick={onAct}
        className="h-8 rounded-md px-2 font-semibold underline underline-offset-4 outline-paper! pointer-coarse:h-11"
      >
        {act}
      </button>
    </section>
  );
}
