// Unit tests stand beside what they test; React is tested in real browsers, under e2e/.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{domain,server,components,launch}/**/*.test.ts"],
    environment: "node",
    pool: "threads",
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
