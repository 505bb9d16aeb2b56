// What a lock means at the desk: it is told, and whoever is editing stops.

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { Desk } from "./use-desk.ts";

export function useLock({ session: { lock }, now, dispatch, announce, tell }: Desk): void {
  const words = useTranslations("desk");
  useEffect(() => {
    let wasLocked = false;
    const follow = (): void => {
      const isLocked = lock.get() !== null;
      if (isLocked === wasLocked) return;
      wasLocked = isLocked;
      if (isLocked && now().editing) {
        dispatch({ type: "edit", editing: false });
        tell(words("locked-while-editing"));
      } else {
        announce(words(isLocked ? "is-locked" : "is-unlocked"));
      }
    };
    follow();
    return lock.subscribe(follow);
  }, [lock, now, dispatch, announce, tell, words]);
}
