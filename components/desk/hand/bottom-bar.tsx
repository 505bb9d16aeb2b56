// A bar at the bottom of the window for what the hand is doing: it says it, and offers what goes with it.

import type { ReactNode } from "react";

type BottomBarProps = { readonly label: string; readonly children: ReactNode };

/** Above where short messages come up; on a phone it reaches from edge to edge, under the thumb. */
export function BottomBar({ label, children }: BottomBarProps) {
  return (
    <section
      aria-label={label}
      className="-translate-x-1/2 fixed bottom-18 left-1/2 z-30 flex max-w-[calc(100vw-2rem)] flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-rule bg-raised py-1 ps-4 pe-1 shadow-float max-md:inset-x-0 max-md:bottom-0 max-md:max-w-none max-md:translate-x-0 max-md:rounded-none max-md:border-x-0 max-md:border-b-0 max-md:pb-[max(0.25rem,env(safe-area-inset-bottom))]"
    >
      {children}
    </section>
  );
}
