// Unit tests stand beside what they test; React is tested in real browsers, under e2e/.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{bench,domain,server,components,launch}/**/*.test.ts"],
    environment: "node",
    setupFiles: ["vitest.setup.ts"],
    pool: "threads",
    isolate: false,
    // Much of the time goes into waiting for sockets and processes: no core is kept back.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // What fails once on a busy machine gets a second try, and is named. A counterexample that
    // fast-check found does not: the next seed would hide it.
    retry: { count: 1, condition: /^(?!Property failed)/ },
  },
});
