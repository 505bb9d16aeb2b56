// Puts the script that paints the first highlights, in one piece and minified, into the module that
// carries it; Next runs it when it builds.

import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./run.mjs";

const options = {
  absWorkingDir: root,
  entryPoints: ["components/article/painting/first-paint.ts"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  write: false,
  metafile: true,
};

// biome-ignore lint/style/noDefaultExport: what Next asks of a loader
export default async function carryFirstPaint() {
  const { outputFiles, metafile } = await build(options);
  for (const source of Object.keys(metafile.inputs)) this.addDependency(join(root, source));
  const script = outputFiles[0]?.text ?? "";
  return `export const FIRST_PAINT_SCRIPT = ${JSON.stringify(script)};`;
}
