// Notes whose words are deleted: listed with their quote, and back when the words are.

import { expect, type Locator } from "@playwright/test";
import { EditingHands } from "./support/editing-hands.ts";
import { type Person, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT =
  "Critics slammed the plan.\n\nThe minister called the critics naive.\n\nNobody was surprised.";

const lostOf = (who: Person): Locator =>
  who.margin.getByRole("region", { name: "Lost their words" }).getByRole("listitem");

test("a note whose words are deleted is listed with its quote, and comes back with them", async ({
  owner,
  ada,
}) => {
  await readTogether([ada, owner], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  await ada.mark("called the critics naive", "c");
  await expect.poll(() => owner.painted("framing-1")).toEqual(["slammed"]);
  const hands = new EditingHands(owner);
  await hands.startEditing();

  await test.step("undone", async () => {
    await hands.remove("slammed");
    for (const each of [ada, owner]) await expect(lostOf(each)).toHaveText([/slammed/]);
    await hands.undo();
    await expectFound([ada, owner], "framing-1", "slammed");
  });

  await test.step("typed again", async () => {
    await hands.remove("slammed ");
    for (const each of [ada, owner]) await expect(lostOf(each)).toHaveText([/slammed/]);
    await hands.type("slammed ");
    await expectFound([ada, owner], "framing-1", "slammed");
  });

  await test.step("cut, and pasted elsewhere", async () => {
    await hands.select("called the critics naive");
    await hands.press("ControlOrMeta+x");
    for (const each of [ada, owner]) {
      await expect(lostOf(each)).toHaveText([/called the critics naive/]);
    }
    await hands.clickBefore("Nobody");
    await hands.press("ControlOrMeta+v");
    await expect(ada.article).toContainText("called the critics naiveNobody was surprised.");
    await expectFound([ada, owner], "claim-1", "called the critics naive");
  });

  await test.step("with the whole paragraph, undone", async () => {
    await hands.pause();
    await hands.selectParagraph("Critics slammed");
    await hands.press("Delete");
    for (const each of [ada, owner]) await expect(lostOf(each)).toHaveText([/slammed/]);
    await hands.undo();
    await expectFound([ada, owner], "framing-1", "slammed");
  });
});

async function expectFound(
  people: readonly Person[],
  highlight: string,
  words: string,
): Promise<void> {
  for (const each of people) {
    await expect.poll(() => each.painted(highlight)).toEqual([words]);
    await expect(lostOf(each)).toHaveCount(0);
  }
}
