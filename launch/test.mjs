// `npm test`: everything, on a fresh clone too. `npm test -- unit …` and `npm test -- e2e …` run a
// part and pass the rest on to vitest or Playwright.

import { installBrowsers } from "./browsers.mjs";
import { runChecks } from "./checks.mjs";
import { runJourneys } from "./journeys.mjs";
import { expectNode } from "./node.mjs";
import { installPackages } from "./packages.mjs";
import { buildPages } from "./pages.mjs";
import { runUnitTests } from "./unit-tests.mjs";

const parts = {
  unit: async (args) => [await runUnitTests(args)],
  e2e: async (args) => {
    await installBrowsers();
    await buildPages();
    return [await runJourneys(args)];
  },
  all: async () => {
    const [checks] = await Promise.all([runChecks(), installBrowsers()]);
    await buildPages();
    return [{ ...checks, code: checks.isGood ? 0 : 1 }, await runJourneys()];
  },
};

const [name = "all", ...rest] = process.argv.slice(2);
if (!Object.hasOwn(parts, name)) {
  console.error("Say `npm test`, `npm test -- unit [file …]` or `npm test -- e2e [file …]`.");
  process.exit(2);
}
expectNode();
await installPackages();
const results = await parts[name](rest);

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
const isGood = results.every(({ code }) => code === 0) && failed === 0 && passed > 0;
if (!isGood && failed === 0) console.log("Postil: a check failed, or no test ran; see above.");
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(isGood ? 0 : 1);
