// Leaving, coming back, and being told what is new.

import { expect } from "@playwright/test";
import { type Person, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

// far enough from each other that no two notes share a pile
const TEXT = [
  "Critics slammed the plan.",
  "The minister came late.",
  "The critics were called naive.",
].join(`\n\n${"And so on.\n\n".repeat(3)}`);

/** Leaves the article, and waits until the server knows. */
async function leave(who: Person, article: string): Promise<void> {
  const kept = async () => (await who.api.get(`/api/articles/${article}/visit`)).text();
  const before = await kept();
  await who.page.goto("/");
  await expect.poll(kept).not.toBe(before);
}

test("what Ben marks and says while Ada is away is new to her until she has opened it", async ({
  ada,
  ben,
}) => {
  const article = await readTogether([ada, ben], "The plan", TEXT);
  await ben.mark("slammed", "f", "1");
  await expect(ada.card("slammed")).toBeVisible();
  await ada.click("slammed");
  await leave(ada, article);

  await ben.mark("minister", "e", "1");
  await ben.mark("naive", "f", "2");
  await ben.sees("Saved");
  await ada.read(article);
  await expect(ada.page.getByRole("button", { name: "2 notes are new" })).toBeVisible();
  await expect(ada.card("slammed")).not.toContainText("New.");
  await expect(ada.card("minister")).toContainText("New.");

  await ada.page.getByRole("button", { name: "2 notes are new" }).click();
  await expect.poll(() => ada.painted("selected")).toEqual(["minister"]);
  await expect(ada.card("minister")).not.toContainText("New.");
  await ada.page.keyboard.press("w");
  await expect.poll(() => ada.painted("selected")).toEqual(["naive"]);
  await expect(ada.page.getByRole("button", { name: /new/ })).toHaveCount(0);

  await leave(ada, article);
  await ada.read(article);
  await expect(ada.card("naive")).toBeVisible();
  await expect(ada.page.getByRole("button", { name: /new/ })).toHaveCount(0);
});

test("on a first visit nothing is new, and all can be marked as read", async ({ ada, ben }) => {
  const article = await readTogether([ada], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  await ada.sees("Saved");
  await ben.read(article);
  await expect(ben.card("slammed")).toBeVisible();
  await expect(ben.page.getByRole("button", { name: /new/ })).toHaveCount(0);

  await ada.mark("minister", "e", "1");
  await expect(ben.page.getByRole("button", { name: "1 note is new" })).toBeVisible();
  await ben.page.getByRole("button", { name: "All notes" }).click();
  await expect(ben.page.getByRole("row", { name: "New. minister" })).toBeVisible();
  await ben.page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(ben.page.getByRole("button", { name: /new/ })).toHaveCount(0);
  await expect(ben.card("minister")).not.toContainText("New.");
});

test("the activity tells who did what, the newest first, and a line leads to its words", async ({
  ada,
  ben,
}) => {
  const article = await readTogether([ada, ben], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  await expect(ben.card("slammed")).toBeVisible();
  const { annotations } = await (await ben.api.get(`/api/articles/${article}/annotations`)).json();
  const path = `/api/articles/${article}/annotations/${ada.id}/${annotations[0].id}`;
  await ben.api.put(`${path}/vote`, { data: { vote: "disagree" } });
  await ben.api.post(`${path}/replies`, { data: { text: "@Ada why?", mentions: [ada.id] } });

  await ada.page.getByRole("button", { name: "All notes" }).click();
  await ada.page.getByRole("tab", { name: "Activity" }).click();
  const activity = ada.page.getByRole("region", { name: "Activity" });
  await expect(activity.getByRole("heading", { name: "today" })).toBeVisible();
  await expect(activity.getByRole("listitem")).toHaveText([
    /Ben replied about.*slammed.*@Ada why\?.*mentions you/s,
    /Ben disagrees with.*slammed/s,
    /Ada marked.*slammed.*as Loaded word/s,
  ]);
  await activity.getByRole("button", { name: /Ben disagrees/ }).click();
  await expect.poll(() => ada.painted("selected")).toEqual(["slammed"]);
});
