// Bundles the small script that paints the highlights before the page's own scripts have arrived.

import { join } from "node:path";
import { root } from "./run.mjs";

/** Where the bundle stands; Next serves it as /first-paint.js. */
export const FIRST_PAINT = join(root, "public/first-paint.js");

const options = {
  absWorkingDir: root,
  entryPoints: ["components/article/first-paint.ts"],
  outfile: FIRST_PAINT,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  logLevel: "warning",
};

/** Bundles once; rejects if the source is missing or wrong (esbuild has printed why). */
export async function bundleFirstPaint() {
  const { build } = await import("esbuild");
  await build(options);
}

/** Bundles now and after each change, until this process ends. */
export async function watchFirstPaint() {
  const { context } = await import("esbuild");
  await (await context(options)).watch();
}
