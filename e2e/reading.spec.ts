// Reading what has been marked: pointing, clicking through stacked highlights, filtering, losing words.

import { expect } from "@playwright/test";
import { addArticle, type Person } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

/** One sentence to a screen's eighth, so that no cards are folded into one. */
const SPREAD = TEXT.replace(". ", `.\n\n${"Much was said in between. ".repeat(12)}\n\n`).replace(
  " called",
  ` spoke.\n\n${"More was said after that. ".repeat(12)}\n\nHe called`,
);

/** Marks a passage through the API. */
async function mark(by: Person, article: string, kind: string, exact: string): Promise<void> {
  const answer = await by.api.post(`/api/articles/${article}/annotations`, {
    data: { kind, quote: { exact } },
  });
  expect(answer.status()).toBe(201);
}

test("pointing at a highlight shows it alone, and clicks walk through what lies over a word", async ({
  person,
}) => {
  const ada = await person("Ada");
  const article = await addArticle(ada, "The plan", TEXT);
  await mark(ada, article, "claim", "Critics slammed the plan");
  await mark(ada, article, "framing", "slammed");
  await ada.read(article);
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);

  await ada.click("slammed");
  await expect.poll(() => ada.painted("selected")).toEqual(["slammed"]);
  await expect.poll(() => ada.painted("hovered")).toEqual(["slammed"]);
  await ada.click("sl"); // on the same spot it could be a double click, which selects the word
  await expect.poll(() => ada.painted("selected")).toEqual(["Critics slammed the plan"]);
  await ada.click("naive");
  await expect.poll(() => ada.painted("selected")).toEqual([]);
});

test("cards stand in reading order, lead to their words, and can be filtered by kind and by person", async ({
  person,
}) => {
  const [ada, ben] = await Promise.all([person("Ada"), person("Ben")]);
  const article = await addArticle(ada, "The plan", SPREAD);
  await mark(ada, article, "framing", "naive");
  await mark(ben, article, "entity", "minister");
  await mark(ada, article, "claim", "Critics slammed the plan");
  await ada.read(article);
  const cards = ada.margin.getByRole("listitem");
  await expect(cards).toHaveText([/Critics slammed the plan/, /minister/, /naive/]);
  const boxes = await Promise.all((await cards.all()).map((card) => card.boundingBox()));
  for (const [index, box] of boxes.entries()) {
    const next = boxes[index + 1];
    if (box && next) expect(next.y).toBeGreaterThanOrEqual(box.y + box.height);
  }

  await cards.last().click();
  await expect.poll(() => ada.painted("selected")).toEqual(["naive"]);

  await ada.page.getByRole("button", { name: "View" }).click();
  await ada.page.getByRole("checkbox", { name: "Framing" }).uncheck();
  await expect.poll(() => ada.painted("framing-1")).toEqual([]);
  await ada.page.getByRole("checkbox", { name: "Ben" }).uncheck();
  await expect.poll(() => ada.painted("entity-1")).toEqual([]);
  await expect(cards).toHaveText([/Critics slammed the plan/]);
});

test("words stay where they are when the page comes alive and its fonts come late", async ({
  ada,
}) => {
  const article = await addArticle(ada, "The plan", SPREAD);
  const fonts = Promise.withResolvers<void>();
  await ada.page.route("**/*.woff2", async (route) => {
    await fonts.promise;
    await route.continue();
  });
  await ada.page.goto(`/articles/${article}`, { waitUntil: "domcontentloaded" });
  const places = () =>
    ada.page.evaluate(() =>
      [...document.querySelectorAll("[data-article] p")].map((block) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        return [...range.getClientRects()].map(({ x, y, right }) => [x, y, right].map(Math.round));
      }),
    );
  await expect.poll(async () => (await places()).every((lines) => lines.length > 0)).toBe(true);
  const first = await places();
  await ada.sees("Saved");
  await expect(ada.article.getByRole("article")).not.toHaveAttribute("data-highlights");
  expect(await places()).toEqual(first);
  fonts.resolve();
  await ada.page.evaluate(() => document.fonts.ready.then(() => {}));
  expect(await places()).toEqual(first);
});
