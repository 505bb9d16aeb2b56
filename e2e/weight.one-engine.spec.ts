// How much JavaScript an article page needs, before its highlights are visible and in all.

import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { addArticle, type Person } from "./support/people.ts";
import { test } from "./support/test.ts";

/** Bytes after gzip. */
const BEFORE_HIGHLIGHTS = 60 * 1024;
const IN_ALL = 350 * 1024;

/** Whatever React and the rest of the page need. */
const LATER_SCRIPTS = /\/_next\/static\/.*\.js/;

test("highlights need under 60 KB of JavaScript and the whole page under 350 KB", async ({
  person,
}) => {
  const ada = await person("Ada");
  const article = await addArticle(ada, "Weight", "Light pages are read on old phones too.");
  const data = { kind: "claim", label: "fact", quote: { exact: "Light pages" } };
  await ada.api.post(`/api/articles/${article}/annotations`, { data });

  // without all other scripts the highlights must be there
  await ada.page.route(LATER_SCRIPTS, (route) => route.abort());
  await ada.page.goto(`/articles/${article}`);
  await expect.poll(() => ada.painted("claim-1")).toEqual(["Light pages"]);
  const first = await weigh(ada, (url) => !LATER_SCRIPTS.test(url));
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(BEFORE_HIGHLIGHTS);

  await ada.page.unroute(LATER_SCRIPTS);
  await ada.read(article);
  await ada.mark("phones", "e"); // by now everything that reading and marking needs has come
  await expect(ada.card("phones")).toBeVisible();
  const all = await weigh(ada, () => true);
  const description = `${first} bytes before highlights, ${all} in all`;
  test.info().annotations.push({ type: "weight", description });
  expect(all).toBeGreaterThan(first);
  expect(all).toBeLessThan(IN_ALL);
});

/** The scripts that the page has loaded, and those written in it, in bytes after gzip. */
async function weigh(who: Person, counts: (url: string) => boolean): Promise<number> {
  const { urls, inline } = await who.page.evaluate(() => ({
    urls: performance.getEntriesByType("resource").map(({ name }) => name),
    inline: [...document.scripts].map(({ src, text }) => (src === "" ? text : "")).join(""),
  }));
  const scripts = new Set(
    urls.filter((url) => new URL(url).pathname.endsWith(".js") && counts(url)),
  );
  const bodies = [...scripts].map(async (url) => (await who.api.get(url)).body());
  const weights = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  return weights.reduce((sum, each) => sum + each, gzipSync(inline).length);
}
