// Hands that are faster than the machine: words are selected with the mouse, and keys follow at once.

import { expect } from "@playwright/test";
import { addArticle, type Person } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan as naive. It cost four million in a single year.";

test("keys that follow the mouse at once mark once, walk on, and leave nothing selected", async ({
  ada,
}) => {
  await ada.read(await addArticle(ada, "The plan", TEXT));
  const session = await ada.context.newCDPSession(ada.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const all = ["slammed", "naive", "four million"];
  for (const words of all) await inOneGo(ada, words, "f", "1");
  await inOneGo(ada, "single", "f", "1", "n");
  for (const words of all) {
    await expect(ada.article.locator("mark")).toHaveText(words);
    expect(await whatIsSelected(ada)).toBe("");
    await ada.page.keyboard.press("n");
  }
  await expect.poll(() => ada.painted("framing-1")).toEqual([...all, "single"]);
});

/** Selects words with the mouse; the browser hears of the keys before it is done with that. */
async function inOneGo(who: Person, words: string, ...keys: string[]): Promise<void> {
  const { mouse, keyboard } = who.page;
  const { x, y } = await who.placeOf(words);
  const end = await who.endOf(words);
  await mouse.move(2 * x - end.x, y);
  await mouse.down();
  await mouse.move(x, y, { steps: 3 });
  await mouse.move(end.x, end.y, { steps: 3 });
  await Promise.all([mouse.up(), ...keys.map((key) => keyboard.press(key))]);
}

/** What is selected once everything that waited for its turn has had it. */
const whatIsSelected = (who: Person): Promise<string> =>
  who.page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise((go) => setTimeout(go, 30));
    return String(document.getSelection());
  });
