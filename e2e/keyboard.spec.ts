// Everything without a mouse: coming in, reading, marking, noting, undoing.

import { expect } from "@playwright/test";
import { addArticle, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

test("an article is marked, noted, relabelled and unmarked by keyboard alone", async ({
  person,
}) => {
  const ada = await person("Ada");
  const article = await addArticle(ada, "The plan", TEXT);
  await ada.read(article);
  const { keyboard } = ada.page;

  await ada.article.getByRole("article").focus();
  await keyboard.press("ControlOrMeta+ArrowRight");
  await keyboard.press("ArrowRight");
  for (let letter = 0; letter < "slammed".length; letter++)
    await keyboard.press("Shift+ArrowRight");
  await keyboard.press("f");
  await keyboard.press("1");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await expect(ada.card("slammed")).toContainText("Loaded word");

  await keyboard.press("Enter");
  await keyboard.type("criticised");
  await keyboard.press("Escape");
  await expect(ada.card("slammed").getByRole("textbox", { name: "Note" })).toHaveValue(
    "criticised",
  );

  await keyboard.press("2");
  await expect(ada.card("slammed")).toContainText("Naming");
  await keyboard.press("Delete");
  await expect.poll(() => ada.painted("framing-1")).toEqual([]);
  await keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await ada.sees("Saved");
});

test("the last label is repeated with a full stop, and n and p walk through the notes", async ({
  person,
}) => {
  const ada = await person("Ada");
  const article = await addArticle(ada, "The plan", TEXT);
  await ada.read(article);
  await ada.mark("slammed", "f", "1");
  await ada.mark("naive", ".");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed", "naive"]);
  await expect(ada.card("naive")).toContainText("Loaded word");

  await ada.page.keyboard.press("p");
  await expect.poll(() => ada.painted("selected")).toEqual(["slammed"]);
  await ada.page.keyboard.press("n");
  await expect.poll(() => ada.painted("selected")).toEqual(["naive"]);
});

test("letters do nothing while nothing is selected", async ({ person }) => {
  const ada = await person("Ada");
  const article = await addArticle(ada, "The plan", TEXT);
  await ada.read(article);
  for (const key of ["c", "e", "f", "1", "Delete"]) await ada.page.keyboard.press(key);
  await ada.page.keyboard.press("?");
  await expect(ada.page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  const answer = await ada.api.get(`/api/articles/${article}/annotations?format=json`);
  expect(await answer.json()).toEqual({ annotations: [] });
});

test("a Russian layout marks with the same keys", async ({ person }) => {
  const ada = await person("Ada");
  const article = await addArticle(ada, "The plan", TEXT);
  await ada.read(article);
  await ada.select("slammed");
  // what a Russian keyboard sends for the key on which a US one has F
  await ada.page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key: "а", code: "KeyF", bubbles: true, cancelable: true }),
    ),
  );
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
});

test("marking a whole long article says that it is too long, and spoils nothing", async ({
  ada,
}) => {
  const article = await readTogether(
    [ada],
    "Long",
    `Critics wrote.\n\n${"And wrote. ".repeat(2000)}`,
  );
  const { keyboard } = ada.page;
  await ada.article.getByRole("article").focus();
  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("c");
  const sentence = "That is too long to mark. Select less than 20,000 characters.";
  await expect(ada.page.getByRole("paragraph").getByText(sentence)).toBeVisible();

  await keyboard.press("Escape");
  await ada.mark("Critics", "c");
  await ada.sees("Saved");
  const answer = await ada.api.get(`/api/articles/${article}/annotations?format=json`);
  expect(await answer.json()).toMatchObject({ annotations: [{ quote: "Critics" }] });
});
