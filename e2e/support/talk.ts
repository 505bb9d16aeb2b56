// What hands do when people talk about what was marked.

import { expect, type Locator } from "@playwright/test";
import { addArticle, type Person } from "./people.ts";

/** An article that Ada and the others talk about. */
export const TALKED_ABOUT = `Critics slammed the plan. The minister called the critics naive.

The plan costs four million, she said.`;

/** An article in which Ada called "slammed" a loaded word, opened by all; returns its id. */
export async function meet(ada: Person, ...others: readonly Person[]): Promise<string> {
  const article = await addArticle(ada, "The plan", TALKED_ABOUT);
  await Promise.all([ada, ...others].map((each) => each.read(article)));
  await ada.mark("slammed", "f", "1", "Escape");
  await Promise.all(others.map((each) => expect(each.card("slammed")).toBeVisible()));
  return article;
}

/** Opens somebody's card, and gives it. */
export async function open(who: Person, words: string): Promise<Locator> {
  const card = who.card(words);
  await card.locator("[data-card]").click();
  return card;
}

/** The field for a reply on a card. */
export const reply = (card: Locator): Locator => card.getByRole("textbox", { name: "Reply" });

/**
 * Types words into a field in the place of what is there; Firefox gives React no notice of what is
 * filled in. Of several people's windows only one has Firefox's focus: in the others a locator that
 * types puts the caret in front of what is there, the keyboard doesn't.
 */
export async function write(field: Locator, words: string): Promise<void> {
  await field.focus();
  await field.selectText();
  await field.page().keyboard.type(words);
}
