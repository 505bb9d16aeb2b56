// Carries the script that keeps what is done before a page is alive; Next puts it in when it builds
// (launch/inline-script-loader.mjs).

/** The bundle of early-hands.ts, to stand in the head of the page; "" where nothing is built. */
export const EARLY_HANDS_SCRIPT: string = "";
