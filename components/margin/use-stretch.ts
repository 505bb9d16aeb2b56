// Which stretch of the page is near the window, in steps coarse enough not to draw at every scroll.

import { useSyncExternalStore } from "react";

/** The size of a step in CSS pixels. */
const STEP = 400;

/** From where to where cards are worth drawing, in CSS pixels of the page. */
export type Stretch = { readonly from: number; readonly to: number };

export function useStretch(): Stretch {
  const step = useSyncExternalStore(subscribe, currentStep, () => 0);
  const height = useSyncExternalStore(subscribe, windowHeight, () => 0);
  return { from: (step - 3) * STEP, to: (step + 4) * STEP + height };
}

const currentStep = (): number => Math.floor(window.scrollY / STEP);
const windowHeight = (): number => Math.ceil(window.innerHeight / STEP) * STEP;

function subscribe(listener: () => void): () => void {
  window.addEventListener("scroll", listener, { passive: true });
  window.addEventListener("resize", listener);
  return () => {
    window.removeEventListener("scroll", listener);
    window.removeEventListener("resize", listener);
  };
}
