// A reporter for vitest: counts, and what passed only at its second try, as JSON for `unit-tests.mjs`.

import { writeFileSync } from "node:fs";

export default class UnitReport {
  /** Writes `{ passed, failed, unsteady: [{ test, error }] }` to the file named in POSTIL_UNIT_REPORT. */
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const ended = (state) => tests.filter((test) => test.result().state === state);
    const passed = ended("passed");
    const unsteady = passed.filter((test) => test.diagnostic()?.flaky).map(trouble);
    const report = { passed: passed.length, failed: ended("failed").length, unsteady };
    writeFileSync(process.env.POSTIL_UNIT_REPORT, JSON.stringify(report));
  }
}

function trouble(test) {
  const [error] = test.result().errors ?? [];
  return {
    test: `${test.module.relativeModuleId} > ${test.fullName}`,
    error: error?.stack ?? error?.message ?? "It gave no reason.",
  };
}
