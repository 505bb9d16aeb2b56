// The reference annotation of the sample article: 109 passages, up to four deep, each painted exactly.

import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { addArticle, type Person } from "./support/people.ts";
import { OWNER_STATE } from "./support/shared-server.ts";
import { test } from "./support/test.ts";

type Gold = { kind: string; label: string; start: number; end: number; exact: string };

const gold = JSON.parse(
  readFileSync(new URL("sample/gold.json", import.meta.url), "utf8"),
) as readonly Gold[];
const sample = readFileSync(new URL("../server/sample/article.txt", import.meta.url), "utf8");

test("every highlight paints exactly its quote: at load, live, and after a paragraph is inserted at the top", async ({
  person,
}) => {
  test.setTimeout(120_000);
  const owner = await person("Olive Owner", { storageState: OWNER_STATE });
  const ada = await person("Ada");
  const ben = await person("Ben");
  // as high as the article: what is far from the window is not painted
  const whole = { width: 1280, height: 3000 };
  for (const { page } of [owner, ada, ben]) await page.setViewportSize(whole);
  const title = "The reference annotation";
  const article = await addArticle(ada, title, sample);
  await ben.read(article);

  for (const { kind, label, start, end } of gold) {
    const answer = await ada.api.post(`/api/articles/${article}/annotations`, {
      data: { kind, label, start, end },
    });
    expect(answer.status()).toBe(201);
  }
  await expectGold(ben, article); // live

  await ada.read(article);
  await expectGold(ada, article); // at load

  await owner.read(article);
  await owner.page.getByRole("button", { name: "Text", exact: true }).click();
  await owner.page.getByRole("button", { name: "Edit the text" }).click();
  await expect(owner.page.getByRole("textbox", { name: title })).toBeVisible();
  await owner.clickBefore("Diplomatic Endeavors");
  await owner.page.keyboard.type("An editor's note.");
  await owner.page.keyboard.press("Enter");
  await owner.sees("Saved");
  await expect(ben.article).toContainText("An editor's note.");
  for (const each of [ben, owner]) await expectGold(each, article);
});

/** Compares what is painted with the union of the passages of each kind. */
async function expectGold(who: Person, article: string): Promise<void> {
  const answer = await who.api.get(`/api/articles/${article}/annotations?format=json`);
  const { annotations } = (await answer.json()) as {
    annotations: { kind: string; quote: string; start: number; end: number }[];
  };
  expect(annotations.map(({ quote }) => quote).toSorted()).toEqual(
    gold.map(({ exact }) => exact).toSorted(),
  );
  const { text } = (await (await who.api.get(`/api/articles/${article}`)).json()) as {
    text: string;
  };
  for (const { quote, start, end } of annotations) expect(text.slice(start, end)).toBe(quote);
  for (const kind of ["claim", "entity", "framing"]) {
    const spans = annotations.filter((each) => each.kind === kind);
    for (const depth of [1, 2, 3]) {
      const expected = runs(text, spans, depth);
      await expect
        .poll(() => who.painted(`${kind}-${depth}`), { message: `${kind}, ${depth} deep` })
        .toEqual(expected);
    }
  }
}

/** The words at least `depth` passages deep, cut at block borders, in reading order. */
function runs(
  text: string,
  spans: readonly { start: number; end: number }[],
  depth: number,
): string[] {
  const found: string[] = [];
  let run = "";
  const close = (): void => {
    if (run !== "") found.push(run);
    run = "";
  };
  for (let at = 0; at < text.length; at++) {
    const over = spans.filter(({ start, end }) => start <= at && at < end).length;
    if (over >= depth && text[at] !== "\n") run += text[at];
    else close();
  }
  close();
  return found;
}
