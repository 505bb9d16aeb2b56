// Puts Chromium and Firefox on the machine if the tests find none.

import { existsSync } from "node:fs";
import { systemBrowser } from "../e2e/browsers.mjs";
import { runNode } from "./node.mjs";
import { run } from "./run.mjs";

const ENGINES = ["chromium", "firefox"];
const DEBIAN_PACKAGES = ["chromium", "firefox-esr", "fonts-liberation", "fonts-dejavu-core"];

/** Installs what is missing; ends with a sentence if a browser can't be had. */
export async function installBrowsers() {
  if (await haveBrowsers()) return;
  console.log("Postil: installing browsers for the tests …");
  if (await installFromDebian()) return;
  const { code } = await runNode([
    "node_modules/@playwright/test/cli.js",
    "install",
    "--with-deps",
    ...ENGINES,
  ]);
  if (code === 0) return;
  console.error("Postil: the tests need Chromium and Firefox: install both and run this again.");
  process.exit(1);
}

async function haveBrowsers() {
  const playwright = await import("@playwright/test");
  return ENGINES.every(
    (name) => systemBrowser(name) !== undefined || existsSync(playwright[name].executablePath()),
  );
}

async function installFromDebian() {
  if (!existsSync("/etc/debian_version")) return false;
  const [first, ...rest] = process.getuid?.() === 0 ? ["env"] : ["sudo", "-n", "env"];
  const apt = async (...args) => {
    const quietly = [
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "-qq",
      "-o",
      "Acquire::Retries=3",
    ];
    return (await run(first, [...rest, ...quietly, ...args], { quiet: true })).code === 0;
  };
  await apt("update");
  return (
    (await apt("install", "-y", "--no-install-recommends", ...DEBIAN_PACKAGES)) && haveBrowsers()
  );
}
