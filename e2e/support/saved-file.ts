// What a page hands out as a file. Chromium tells its driver of downloads; in Firefox the page itself is
// asked what it was about to save.

import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

type SavedFile = { readonly name: string; readonly text: string };

/** The file that the page saves when `act` is done. */
export async function savedBy(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  if (page.context().browser()?.browserType().name() === "firefox") return await caught(page, act);
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 20_000 }), act()]);
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), "utf8"),
  };
}

async function caught(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  await page.evaluate(() => {
    const keep = (name: string, value: unknown): void => void Reflect.set(window, name, value);
    Reflect.deleteProperty(window, "savedName"); // of a file before this one
    const address = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      keep("savedFile", file);
      return address.call(URL, file);
    };
    HTMLAnchorElement.prototype.click = function () {
      keep("savedName", this.download);
    };
  });
  await act();
  await page.waitForFunction(() => Reflect.has(window, "savedName"), null, { timeout: 20_000 });
  return await page.evaluate(async () => ({
    name: String(Reflect.get(window, "savedName")),
    text: await new Response(Reflect.get(window, "savedFile")).text(),
  }));
}
