// How much JavaScript an article page needs, before its highlights are visible and in all.

import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { addArticle } from "./support/people.ts";
import { test } from "./support/test.ts";

/** Bytes after gzip. */
const BEFORE_HIGHLIGHTS = 60 * 1024;
const IN_ALL = 350 * 1024;

test("highlights need under 60 KB of JavaScript and the whole page under 350 KB", async ({
  person,
}) => {
  const ada = await person("Ada");
  const article = await addArticle(ada, "Weight", "Light pages are read on old phones too.");
  await ada.api.post(`/api/articles/${article}/annotations`, {
    data: { kind: "claim", label: "fact", quote: { exact: "Light pages" } },
  });
  const weights = new Map<string, number>();
  ada.page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    const body = await response.body().catch(() => null);
    if (body) weights.set(new URL(response.url()).pathname, gzipSync(body).length);
  });

  // Only the first script may run: highlights must be there without any other.
  await ada.page.route(/\/_next\/static\/.*\.js/, (route) => route.abort());
  await ada.page.goto(`/articles/${article}`);
  await expect.poll(() => ada.painted("claim-1")).toEqual(["Light pages"]);
  const inline = await ada.page.evaluate(() =>
    [...document.querySelectorAll("script:not([src])")]
      .map((script) => script.textContent)
      .join(""),
  );
  const first = sum(weights) + gzipSync(inline).length;
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(BEFORE_HIGHLIGHTS);

  await ada.page.unroute(/\/_next\/static\/.*\.js/);
  weights.clear();
  await ada.read(article);
  await expect.poll(() => ada.painted("claim-1")).toEqual(["Light pages"]);
  await ada.page.waitForLoadState("networkidle");
  const all = sum(weights);
  test
    .info()
    .annotations.push({ type: "weight", description: `${first} bytes first, ${all} in all` });
  expect(all).toBeGreaterThan(first);
  expect(all).toBeLessThan(IN_ALL);
});

const sum = (weights: ReadonlyMap<string, number>): number =>
  [...weights.values()].reduce((total, each) => total + each, 0);
