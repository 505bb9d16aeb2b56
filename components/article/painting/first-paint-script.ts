// Carries the script that paints the first highlights; Next puts it in when it builds
// (launch/inline-script-loader.mjs).

/** The bundle of first-paint.ts, to stand in the page behind its article; "" where nothing is built. */
export const FIRST_PAINT_SCRIPT: string = "";
