// Bundles a script for a measured page, as a product would ship it.

import { dirname, join } from "node:path";
import { build } from "esbuild";

const ROOT = dirname(dirname(import.meta.dirname));

/** The minified script of `pages/NAME.ts`, and the style that it imports. Rejects when it cannot be built; esbuild has printed why. */
export async function bundle(
  name: string,
  format: "esm" | "iife" = "esm",
): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join(import.meta.dirname, `pages/${name}.ts`)],
    outdir: "out",
    write: false,
    bundle: true,
    minify: true,
    format,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const textOf = (ending: string): string =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
}
