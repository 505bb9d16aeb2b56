// Puts a script that stands inline in pages, in one piece and minified, into the module that carries
// it: `first-paint-script.ts` carries `first-paint.ts`. Next runs it when it builds.

import { basename, join } from "node:path";
import { build } from "esbuild";
import { root } from "./run.mjs";

const options = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  write: false,
  metafile: true,
};

// biome-ignore lint/style/noDefaultExport: what Next asks of a loader
export default async function carryScript() {
  const carrier = this.resourcePath;
  const name = basename(carrier, ".ts").replaceAll("-", "_").toUpperCase();
  const entryPoints = [carrier.replace(/-script\.ts$/, ".ts")];
  const { outputFiles, metafile } = await build({ ...options, entryPoints });
  for (const source of Object.keys(metafile.inputs)) this.addDependency(join(root, source));
  const script = outputFiles[0]?.text ?? "";
  return `export const ${name} = ${JSON.stringify(script)};`;
}
