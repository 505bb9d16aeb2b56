// Runs the unit tests and knows how many there were.

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "./node.mjs";

/**
 * Runs vitest with further arguments and gives `{ code, output, passed, failed }`; the counts are 0
 * when it did not get as far as running tests. `quiet` prints nothing, and keeps of the output what
 * failed. A test that passes only at its second try (vitest.config.ts says which may have one)
 * counts as passed and is named with its error: a busy machine must not stop work, nor may a race
 * stay unseen.
 */
export async function runUnitTests(args = [], { quiet = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "postil-unit-"));
  const file = join(folder, "report.json");
  const reporters = [quiet ? "minimal" : "default", "./launch/unit-report.mjs"];
  const vitest = ["node_modules/vitest/vitest.mjs", "run", ...args];
  const { code, output } = await runNode(
    [...vitest, ...reporters.map((name) => `--reporter=${name}`)],
    {
      quiet,
      env: { NODE_ENV: "test", POSTIL_UNIT_REPORT: file },
    },
  );
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  rmSync(folder, { recursive: true });
  const { passed = 0, failed = 0, unsteady = [] } = report;
  for (const { test, error } of unsteady) {
    console.log(`Passed only at its second try: ${test}\n${error}\n`);
  }
  return { code, output, passed, failed };
}
