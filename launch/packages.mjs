// Puts the packages of a lockfile in place, once: what npm noted about its last installation is
// compared with the lockfile, so an installation made by hand counts too.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root, run } from "./run.mjs";

const ATTEMPTS = 3;
const NETWORK =
  /ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|EINTEGRITY|E429|E5\d\d|network/i;
const FLAGS = [
  "--include=dev",
  "--include=optional",
  "--loglevel=error",
  "--no-audit",
  "--no-fund",
];

/** Installs what the lockfile in `folder` lists and is not there yet; ends with a sentence if it can't. */
export async function installPackages(folder = root) {
  if (missingPackages(folder).length === 0) return;
  console.log("Postil: installing packages …");
  for (let attempt = 1; ; attempt += 1) {
    const { code, output } = await npm(["ci", ...FLAGS], folder);
    const missing = code === 0 ? missingPackages(folder) : [];
    if (code === 0 && missing.length === 0) return;
    const mayHeal = code === 0 || NETWORK.test(output);
    if (attempt === ATTEMPTS || !mayHeal) return giveUp(code, output, missing);
    console.log("Postil: the network let us down, trying again …");
    await pause(attempt * 3000);
  }
}

// npm leaves out an optional package that did not arrive; often one can do without it.
function giveUp(code, output, missing) {
  if (code === 0) {
    console.warn(`Postil: going on without ${missing.join(", ")}.`);
    return;
  }
  console.error(output);
  console.error("Postil: the packages could not be installed; npm says why above.");
  process.exit(1);
}

/** Names the packages that the lockfile in `folder` wants on this machine and npm has not installed. */
export function missingPackages(folder) {
  const installed = packagesIn(join(folder, "node_modules/.package-lock.json"));
  return Object.entries(packagesIn(join(folder, "package-lock.json")))
    .filter(([path, entry]) => path !== "" && isExpected(entry))
    .filter(([path, entry]) => installed[path]?.version !== entry.version)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

function isExpected({ optional = false, devOptional = false, os, cpu, libc }) {
  const isForThisMachine =
    (os ?? [process.platform]).includes(process.platform) &&
    (cpu ?? [process.arch]).includes(process.arch) &&
    (libc ?? [machineLibc()]).includes(machineLibc());
  const isNative = os !== undefined && cpu !== undefined;
  return isForThisMachine && (isNative || !(optional || devOptional));
}

let libcName;
function machineLibc() {
  libcName ??= process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
  return libcName;
}

// With the Node that npm itself runs on: the packaged one is about to be removed and put back.
function npm(args, folder) {
  const { npm_execpath: cli = "", npm_node_execpath: node = process.execPath } = process.env;
  const [file, first] = cli.endsWith("npm-cli.js") ? [node, [cli]] : ["npm", []];
  return run(file, [...first, ...args], { cwd: folder, quiet: true });
}
