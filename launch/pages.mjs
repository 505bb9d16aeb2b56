// Builds what browsers load, and only if something it is made of has changed since the last time.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./node.mjs";
import { root } from "./run.mjs";

const SOURCES = [
  "app",
  "components",
  "domain",
  "launch/inline-script-loader.mjs",
  "launch/no-buffer-loader.mjs",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];
const NO_SOURCE = /\.(test|test-kit|contract|d\.json)\.tsx?$|\.md$/;
const STAMP = join(root, ".next/postil-build");

/** Builds the pages if needed; ends with a sentence if that fails. */
export async function buildPages() {
  const wanted = fingerprint(root);
  if (isBuilt(wanted)) return;
  console.log("Postil: building the pages …");
  rmSync(STAMP, { force: true });
  const build = ["node_modules/next/dist/bin/next", "build"];
  const { code, output } = await runNode(build, { quiet: true, env: { NODE_ENV: "production" } });
  if (code !== 0) giveUp("app/", output);
  writeFileSync(STAMP, wanted);
}

function isBuilt(wanted) {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;
}

function giveUp(place, output = "") {
  if (output !== "") console.error(output);
  console.error(`Postil: ${place} could not be built; the reason stands above.`);
  process.exit(1);
}

/** Says in a few letters what the pages of the house in `folder` are made of: equal letters, equal pages. */
export function fingerprint(folder) {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap((source) => filesUnder(folder, source))) {
    const content = readFileSync(join(folder, path));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function filesUnder(folder, path) {
  if (!statSync(join(folder, path)).isDirectory()) return NO_SOURCE.test(path) ? [] : [path];
  const names = readdirSync(join(folder, path)).sort();
  return names.flatMap((name) => filesUnder(folder, `${path}/${name}`));
}
