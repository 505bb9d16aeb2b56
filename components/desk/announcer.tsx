// What happens on the page, told to those who listen to it: a few words at a time, never a flood.

import { useCallback, useEffect, useRef, useState } from "react";

/** How long sentences are gathered before they are said together, in milliseconds. */
const PAUSE = 800;

/** At most this many sentences are said at once; the oldest are left out. */
const AT_ONCE = 3;

/** The region that is read aloud, and the function that says something in it. */
export function useAnnouncer() {
  const [said, setSaid] = useState("");
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const announce = useCallback((sentence: string) => {
    waiting.current.push(sentence);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setSaid(waiting.current.slice(-AT_ONCE).join(". "));
      waiting.current = [];
    }, PAUSE);
  }, []);

  const region = (
    <div aria-live="polite" className="sr-only">
      {said}
    </div>
  );
  return { announce, region };
}
