// Runs the end-to-end tests against one production build and knows how many there were.

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./node.mjs";
import { root } from "./run.mjs";

const REPORT = join(root, "e2e/results/report.json");

/**
 * Runs Playwright with further arguments and gives `{ code, passed, failed }`. A journey that passes
 * only at its second try counts as passed, and is named at the end: a busy machine must not stop
 * work, nor may a race stay unseen.
 */
export async function runJourneys(args = []) {
  rmSync(REPORT, { force: true });
  const playwright = ["node_modules/@playwright/test/cli.js", "test", "-c", "e2e", ...args];
  const { code } = await runNode(playwright);
  const { stats = {} } = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, "utf8")) : {};
  const { expected: passed = 0, unexpected = 0, flaky = 0 } = stats;
  return { code, passed: passed + flaky, failed: unexpected };
}
