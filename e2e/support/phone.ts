// A phone: what its browser is opened with.

import type { BrowserContextOptions } from "@playwright/test";

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

/** Why a journey is not played in Firefox. */
export const NO_PHONE = "Firefox on a desk cannot pretend to have a touch screen";
