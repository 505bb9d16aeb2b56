// Undo and redo bring back exactly what was there, and only one's own.

import { expect } from "@playwright/test";
import { type Person, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT =
  "Critics slammed the plan. The minister called the critics naive and promised results.";

test("undo takes back one's own last step, redo brings it again, and others' work stays", async ({
  ada,
  ben,
}) => {
  const article = await readTogether([ada, ben], "The plan", TEXT);

  await ada.mark("slammed", "f", "1");
  await ben.mark("naive", "f", "1");
  await ada.mark("minister", "e", "1");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["slammed", "naive"]);
  const before = await annotationsOf(ada, article);
  expect(before).toHaveLength(3);

  await ada.page.keyboard.press("Escape");
  await ada.page.keyboard.press("Escape");
  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ada.painted("entity-1")).toEqual([]);
  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["naive"]);
  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["naive"]);

  await ada.page.keyboard.press("ControlOrMeta+Shift+z");
  await ada.page.keyboard.press("ControlOrMeta+Shift+z");
  await ada.sees("Saved");
  await expect.poll(() => annotationsOf(ben, article)).toEqual(before);
});

test("a deleted annotation comes back with its label and its note", async ({ ada }) => {
  const article = await readTogether([ada], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  await ada.card("slammed").getByRole("textbox", { name: "Note" }).click();
  await ada.page.keyboard.type("Why not criticised?");
  await ada.sees("Saved");
  await expect
    .poll(async () => (await annotationsOf(ada, article))[0]?.note)
    .toBe("Why not criticised?");
  const before = await annotationsOf(ada, article);

  await ada
    .card("slammed")
    .getByRole("button", { name: /delete/i })
    .click();
  await expect.poll(() => ada.painted("framing-1")).toEqual([]);
  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await ada.sees("Saved");
  await expect.poll(() => annotationsOf(ada, article)).toEqual(before);
});

test("what was typed last into a note stays when one leaves the article at once", async ({
  ada,
}) => {
  const article = await readTogether([ada], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  await ada.sees("Saved");
  await ada.page.getByRole("link", { name: "Library" }).click();
  await ada.page.locator(`a[href="/articles/${article}"]`).click();
  await ada.card("slammed").getByRole("button", { name: "slammed" }).click();
  await ada.card("slammed").getByRole("textbox", { name: "Note" }).click();
  await ada.page.keyboard.type("Why?");
  await ada.page.goBack();
  await expect.poll(async () => (await annotationsOf(ada, article))[0]?.note).toBe("Why?");
});

type Listed = { id: string; note: string };

async function annotationsOf(who: Person, article: string): Promise<Listed[]> {
  const answer = await who.api.get(`/api/articles/${article}/annotations?format=json`);
  return ((await answer.json()) as { annotations: Listed[] }).annotations;
}
