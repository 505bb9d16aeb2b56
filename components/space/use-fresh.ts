// A page that is asked for again every few seconds, until what somebody waits for is there.

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** How often, in milliseconds. */
const OFTEN = 5000;

/** Asks again while `isWaiting` and while the page is looked at. */
export function useFresh(isWaiting: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, OFTEN);
    return () => clearInterval(timer);
  }, [isWaiting, router]);
}
