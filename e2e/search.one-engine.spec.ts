// Finding articles, notes and replies from the library, and coming to where they are.

import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator } from "@playwright/test";
import { addArticle, type Person } from "./support/people.ts";
import { test } from "./support/test.ts";

/** A word that nobody else writes. */
const newWord = (): string => `zugzwang${randomUUID().slice(0, 8)}`;

/** What was found. */
const found = ({ page }: Person): Locator => page.getByRole("region", { name: "What was found" });

async function search(who: Person, words: string): Promise<Locator> {
  await who.page.goto("/");
  const field = who.page.getByRole("searchbox", { name: "Search articles and notes" });
  await field.pressSequentially(words);
  await expect(found(who).getByRole("status")).toHaveText("Found in 1 article.");
  return field;
}

test("a word of somebody's note is found, leads to the note, and is found again on coming back", async ({
  ada,
  ben,
  owner,
}) => {
  const article = await addArticle(ada, "The harbour", "Cranes stood still in the harbour.");
  const word = newWord();
  const annotations = `/api/articles/${article}/annotations`;
  const note = `${word}, who says so?`;
  const data = { kind: "claim", start: 13, end: 18, note };
  const { id } = await (await ada.api.post(annotations, { data })).json();
  const field = await search(ben, word.slice(0, -1));
  const link = found(ben).getByRole("link", { name: new RegExp(`Claim.*Ada.*${word}`) });
  await expect(link).toBeVisible();
  expect((await new AxeBuilder({ page: ben.page }).analyze()).violations).toEqual([]);
  await link.press("Enter");
  await expect(ben.card(word)).toBeVisible();
  await expect.poll(() => ben.painted("selected")).toEqual(["still"]);
  await ben.page.goBack();
  await expect(field).toHaveValue(word.slice(0, -1));
  await expect(link).toBeVisible();

  const hiding = `${annotations}/${ada.id}/${id}/hiding`;
  expect((await owner.api.put(hiding, { data: { reason: "Off topic" } })).ok()).toBe(true);
  await search(ada, word);
  const hidden = found(ada).getByRole("link", { name: /hidden by an editor/ });
  await expect(hidden).toContainText("still");
  expect(await hidden.textContent()).not.toContain(word);
});

test("a word of a reply is found, and leads to it in a long thread that was settled", async ({
  ada,
  ben,
}) => {
  const article = await addArticle(ada, "The quay", "Nobody came to the quay.");
  const annotations = `/api/articles/${article}/annotations`;
  const data = { kind: "claim", quote: { exact: "quay" } };
  const { id } = await (await ada.api.post(annotations, { data })).json();
  const path = `${annotations}/${ada.id}/${id}`;
  const word = newWord();
  for (const text of [`Not even ${word}?`, ...Array.from({ length: 11 }, () => "Who knows.")]) {
    await ben.api.post(`${path}/replies`, { data: { text } });
  }
  await ada.api.put(`${path}/resolution`);
  await search(ada, word);
  await found(ada)
    .getByRole("link", { name: new RegExp(`Claim.*Ben.*in a reply.*Not even ${word}`) })
    .click();
  const reply = ada.card("quay").getByRole("listitem").filter({ hasText: word });
  await expect(reply).toBeInViewport({ ratio: 1 });
  await ada.page.getByRole("button", { name: "Fold" }).click();
  await expect(reply).toBeHidden();
});

test("a paragraph is found far below, and its words are marked for a moment", async ({ ada }) => {
  await findFarBelow(ada);
});

test("where motion is not wanted, the words are marked all the same", async ({
  person,
  browserName,
}) => {
  test.skip(browserName === "firefox", "Firefox cannot be told to keep still");
  await findFarBelow(await person("Ada", { reducedMotion: "reduce" }));
});

async function findFarBelow(ada: Person): Promise<void> {
  const word = newWord();
  const paragraphs = Array.from({ length: 60 }, (_, number) =>
    number === 45 ? `At last a ${word}, said the crane.` : `Paragraph ${number} of the crane.`,
  );
  const article = await addArticle(ada, "The crane", paragraphs.join("\n\n"));
  await search(ada, `${word} crane`);
  await found(ada)
    .getByRole("link", { name: /At last a/ })
    .click();
  await expect.poll(() => ada.painted("found")).toEqual([word, "crane"]);
  const place = ada.article.getByText(word);
  await expect(place).toBeInViewport({ ratio: 1 });
  await expect.poll(() => ada.painted("found"), { timeout: 15_000 }).toEqual([]);
  await expect(place).toBeInViewport({ ratio: 1 });
  await ada.page.goto("/");
  await ada.page.goto(`/articles/${article}#paragraph=45&words=${word}s`);
  await expect(ada.page.getByText("are not there any more")).toBeVisible();
}

test("what is not found is said, and Esc brings the library back", async ({ ada }) => {
  await ada.page.goto("/");
  const lists = ada.page.getByRole("link", { name: "Codebook" }).first();
  await expect(lists).toBeVisible();
  const field = ada.page.getByRole("searchbox");
  await field.pressSequentially("qwertyuiopasdf");
  await expect(ada.page.getByText("Nothing found for “qwertyuiopasdf”.")).toBeVisible();
  await expect(lists).toBeHidden();
  await field.press("Escape");
  await expect(field).toHaveValue("");
  await expect(lists).toBeVisible();
});
