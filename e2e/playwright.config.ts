// Journeys of real people in two real browsers, against one production server on a fresh data folder.

import { defineConfig } from "@playwright/test";
import { systemBrowser } from "./browsers.mjs";
import { freePort } from "./support/server.ts";

// Every worker reads this file again: the port that the first reading chose is handed down.
process.env.POSTIL_E2E_PORT ??= String(await freePort());

const chromium = systemBrowser("chromium");
const firefox = systemBrowser("firefox");
/**
 * What says this in its name or its tag hangs on the server, the words and the layout, and on nothing
 * that engines do in their own ways: it is played in one of them.
 */
const ONE_ENGINE = /one-engine/;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testMatch: "*.spec.ts",
  outputDir: "results/failures",
  globalSetup: "./support/global-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["line"], ["json", { outputFile: "results/report.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${process.env.POSTIL_E2E_PORT}`,
    screenshot: "only-on-failure",
    locale: "en-GB",
    colorScheme: "light",
  },
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        launchOptions: {
          ...(chromium && { executablePath: chromium }),
          args: [
            ...(isRoot ? ["--no-sandbox"] : []),
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
          ],
        },
      },
    },
    {
      name: "firefox",
      grepInvert: ONE_ENGINE,
      use: {
        browserName: "firefox",
        // An unpatched Firefox is driven over WebDriver BiDi.
        ...(firefox && { channel: "moz-firefox", launchOptions: { executablePath: firefox } }),
      },
    },
  ],
});
