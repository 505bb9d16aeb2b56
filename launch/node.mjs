// Which Node runs Postil: the one that comes with the packages, else the machine's own if it is new enough.

import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { root, run } from "./run.mjs";

/** The oldest Node that runs the server. */
const OLDEST = [24, 15];

const packaged = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin/node");
const comesPackaged = process.platform === "linux" && ["x64", "arm64"].includes(process.arch);

function isNewEnough() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function refuse() {
  console.error(
    `Postil needs Node ${OLDEST.join(".")} or newer and found ${process.versions.node}: install a newer one from https://nodejs.org and run this again.`,
  );
  process.exit(1);
}

/** Ends with one sentence if no Node that could run Postil is here or will come with the packages. */
export function expectNode() {
  if (!comesPackaged && !isNewEnough()) refuse();
}

/** The path of the Node that runs Postil; ends with one sentence if there is none. */
function nodePath() {
  if (existsSync(packaged)) return packaged;
  if (!isNewEnough()) refuse();
  return process.execPath;
}

/** Runs a script with the right Node, which also stands first in its PATH; options as for `run`. */
export function runNode(args, { env = {}, ...options } = {}) {
  const node = nodePath();
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  return run(node, args, {
    ...options,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", PATH, ...env },
  });
}
