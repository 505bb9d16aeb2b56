// A teacher has each pupil mark alone, then shows everyone everything, and takes it back.

import { expect, type Page } from "@playwright/test";
import type { Person } from "./support/people.ts";
import { readTogether } from "./support/people.ts";
import { open, reply, write } from "./support/talk.ts";
import { test } from "./support/test.ts";

const TEXT = `Critics slammed the plan. The minister called the critics naive.

The plan costs four million, she said.`;

async function choose(owner: Person, name: string): Promise<void> {
  await owner.page.getByRole("button", { name: "Who sees whose notes" }).click();
  await owner.page.getByRole("radio", { name }).check();
  await owner.page.keyboard.press("Escape");
}

/** Whatever this page's scripts could find in the browser's stores, as text. */
const storedIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        const text = (row: unknown): unknown =>
          row instanceof Uint8Array ? new TextDecoder("latin1").decode(row) : row;
        kept.push(...rows.map(text));
      }
      database.close();
    }
    return JSON.stringify(kept);
  });

test("pupils mark alone, the teacher answers one, shows everyone everything, and takes it back", async ({
  ada,
  ben,
  owner,
}) => {
  await readTogether([owner, ada, ben], "The plan", TEXT);
  await choose(owner, "Each sees their own");
  const line = "Only your own notes and your teachers’ are shown for now.";
  await expect(ada.margin.getByText(line)).toBeVisible();
  await expect(owner.margin.getByText(line)).toHaveCount(0);

  await ada.mark("slammed", "f", "1", "Escape");
  await ben.mark("naive", "f", "1", "Escape");
  await owner.mark("four million", "c", "1", "Escape");
  for (const words of ["slammed", "naive"]) await expect(owner.card(words)).toBeVisible();
  await write(reply(await open(owner, "naive")), "Why is that loaded?");
  await owner.page.keyboard.press("ControlOrMeta+Enter");
  const answered = ben.card("naive").getByText("Why is that loaded?");
  await open(ben, "naive");
  await expect(answered).toBeVisible();
  await expect(ada.card("four million")).toContainText("Olive Owner");
  await expect(ada.card("naive")).toHaveCount(0);
  expect(await ada.painted("framing-1")).toEqual(["slammed"]);
  await ada.page.getByRole("button", { name: "2 people here" }).click();
  await expect(ada.page.getByRole("dialog", { name: "People here" })).not.toContainText("Ben");
  await ada.page.keyboard.press("Escape");

  await choose(owner, "Everyone sees everyone’s notes");
  await expect(ada.card("naive")).toContainText("Ben");
  await expect(ben.card("slammed")).toContainText("Ada");
  await expect(ada.page.getByText("Everyone’s notes are shown now.").last()).toBeVisible();
  await expect(ada.margin.getByText(line)).toHaveCount(0);
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed", "naive"]);
  await expect(answered).toBeVisible();

  await choose(owner, "Each sees their own");
  await expect(ada.card("naive")).toHaveCount(0);
  await expect(ben.card("slammed")).toHaveCount(0);
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await expect(ada.card("four million")).toBeVisible();
  await expect(owner.card("naive")).toBeVisible();
  expect(await storedIn(ada.page)).not.toContain("naive");
  await ada.page.reload();
  await ada.sees("Saved");
  await expect(ada.card("slammed")).toBeVisible();
  await expect(ada.card("naive")).toHaveCount(0);
  await expect(ada.margin.getByText(line)).toBeVisible();
});
