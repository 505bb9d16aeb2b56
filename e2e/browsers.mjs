// Where a machine's own browsers stand; without them Playwright's are used.

import { existsSync } from "node:fs";

const PLACES = {
  chromium: ["/usr/bin/chromium", "/usr/bin/google-chrome"],
  firefox: ["/usr/bin/firefox-esr"],
};

/**
 * The path of the machine's own browser, or undefined.
 * @param {"chromium" | "firefox"} name
 */
export function systemBrowser(name) {
  return PLACES[name].find((path) => existsSync(path));
}
