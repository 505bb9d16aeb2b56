// Everything that can be said about the code without a browser: format, lint, types, dead code, unit tests.

import { writeMessageTypes } from "./message-files.mjs";
import { runNode } from "./node.mjs";
import { runUnitTests } from "./unit-tests.mjs";

const bin = (name, ...args) => [`node_modules/${name}`, ...args];
const quietly = (args) => () => runNode(args, { quiet: true });

const STATIC_CHECKS = {
  "format and lint": quietly(bin("@biomejs/biome/bin/biome", "check", "--error-on-warnings")),
  types: checkTypes,
  "types of domain/ alone": quietly(bin("typescript/bin/tsc", "-p", "domain")),
  "dead code": quietly(bin("knip/bin/knip.js", "--no-progress")),
};

/** Arguments for vitest that leave out the tests that kill a server again and again, for a minute. */
const WITHOUT_CRASHES = ["--exclude", "**/crash.test.ts"];

/**
 * Runs all checks, two at a time, prints a line for each and the whole output of those that failed,
 * and gives `{ isGood, passed, failed }` with the counts of the unit tests. `quick` leaves out
 * the crash tests.
 */
export async function runChecks({ quick = false } = {}) {
  const [tests, isStaticGood] = await Promise.all([
    verdict("unit tests", () => runUnitTests(quick ? WITHOUT_CRASHES : [], { quiet: true })),
    runStaticChecks(),
  ]);
  const { isGood, passed, failed } = tests;
  return { isGood: isGood && isStaticGood, passed, failed };
}

async function runStaticChecks() {
  let isGood = true;
  for (const [name, check] of Object.entries(STATIC_CHECKS)) {
    const result = await verdict(name, check);
    isGood = isGood && result.isGood;
  }
  return isGood;
}

async function verdict(name, check) {
  const start = performance.now();
  const { code, output, ...counts } = await check();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const detail = "passed" in counts ? `: ${counts.passed} passed, ${counts.failed} failed` : "";
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name}${detail} (${seconds} s)`);
  if (code !== 0) console.log(output);
  return { isGood: code === 0, ...counts };
}

// Next writes types about the pages, and messages have types, too: a fresh clone lacks them, an old
// one holds those of old pages.
async function checkTypes() {
  writeMessageTypes();
  const written = await runNode(bin("next/dist/bin/next", "typegen"), { quiet: true });
  if (written.code !== 0) return written;
  return runNode(bin("typescript/bin/tsc", "-p", "."), { quiet: true });
}
