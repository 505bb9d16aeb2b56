// What is painted is right after any edit. No person's journey: an article is edited at random in a page
// of its own, thousands of times, and held against one that is resolved and painted from scratch.

import { expect, test } from "@playwright/test";
import { build } from "esbuild";
import fc from "fast-check";

const SEEDS = 20;
const EDITS = 200;

/** High enough to paint the whole article. */
const VIEWPORT = { width: 1200, height: 3000 };

const number = fc.nat();
const anEdit = fc.tuple(number, number, number);

let oracle = "";
test.beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ["components/article/painting/painting-oracle.test-kit.ts"],
    bundle: true,
    format: "iife",
    globalName: "oracle",
    write: false,
  });
  oracle = outputFiles[0]?.text ?? "";
});

test(`after each of ${EDITS} edits, ${SEEDS} times over, what is painted is what painting anew would paint`, async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(VIEWPORT);
  for (let seed = 1; seed <= SEEDS; seed++) {
    const edits = fc.sample(anEdit, { seed, numRuns: EDITS });
    await page.goto("about:blank");
    await page.addScriptTag({ content: oracle });
    const wrong = await page.evaluate(`oracle.firstDifference(${JSON.stringify(edits)})`);
    expect(wrong, `seed ${seed}`).toBeNull();
  }
});
