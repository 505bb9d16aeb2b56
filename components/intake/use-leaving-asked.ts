// What nobody keeps: the browser asks before it goes with the page.

import { useEffect } from "react";

/** Has the browser ask whoever closes or reloads the page, while something is at stake. */
export function useLeavingAsked(isAtStake: boolean): void {
  useEffect(() => {
    if (!isAtStake) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAtStake]);
}
