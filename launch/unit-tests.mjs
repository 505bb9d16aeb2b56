// Runs the unit tests and knows how many there were.

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "./node.mjs";

/**
 * Runs vitest with further arguments and gives `{ code, output, passed, failed }`; the counts are 0
 * when it did not get as far as running tests.
 */
export async function runUnitTests(args = [], { quiet = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "postil-unit-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const vitest = ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args];
  const { code, output } = await runNode(vitest, { quiet, env: { NODE_ENV: "test" } });
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  rmSync(folder, { recursive: true });
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = counts;
  return { code, output, passed, failed };
}
