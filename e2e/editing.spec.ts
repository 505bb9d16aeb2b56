// An editor changes the text while others read and mark it.

import { expect } from "@playwright/test";
import { type Person, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan.\n\nThe minister called the critics naive.";

async function startEditing(editor: Person): Promise<void> {
  await editor.page.getByRole("button", { name: "Text", exact: true }).click();
  await editor.page.getByRole("button", { name: "Edit the text" }).click();
  await expect(editor.page.getByRole("textbox", { name: "The plan" })).toBeVisible();
}

test("readers see every edit as it happens; highlights and what is selected stay on their words", async ({
  owner,
  ada,
}) => {
  await readTogether([ada, owner], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  await ada.mark("naive", "f", "1");
  await ada.select("the plan");

  await startEditing(owner);
  await owner.clickBefore("slammed");
  await owner.page.keyboard.type("loudly ");
  await expect(ada.article).toContainText("Critics loudly slammed the plan.");
  expect(await ada.page.evaluate(() => String(document.getSelection()))).toBe("the plan");
  expect(await ada.page.evaluate(copy), "as words of the article").toBe("the plan");
  for (const each of [ada, owner]) {
    await expect.poll(() => each.painted("framing-1")).toEqual(["slammed", "naive"]);
  }

  await owner.clickBefore("The minister");
  await owner.page.keyboard.type("In short: ");
  await owner.page.keyboard.press("Enter");
  await expect(ada.article.getByRole("paragraph")).toHaveText([
    "Critics loudly slammed the plan.",
    /^In short:/,
    "The minister called the critics naive.",
  ]);
  for (const each of [ada, owner]) {
    await expect.poll(() => each.painted("framing-1")).toEqual(["slammed", "naive"]);
  }

  await owner.page.keyboard.press("ControlOrMeta+z");
  await owner.page.keyboard.press("ControlOrMeta+z");
  await expect(ada.article).not.toContainText("In short");
  await owner.sees("Saved");
  await owner.page.getByRole("button", { name: "Stop editing" }).click();
  await expect.poll(() => owner.painted("framing-1")).toEqual(["slammed", "naive"]);
});

test("a locked text cannot be edited until it is unlocked, and notes stay open", async ({
  owner,
  ada,
}) => {
  const article = await readTogether([ada, owner], "The plan", TEXT);

  await owner.page.getByRole("button", { name: "Text", exact: true }).click();
  await owner.page.getByRole("button", { name: "Lock the text" }).click();
  await expect(owner.page.getByRole("button", { name: "Unlock the text" })).toBeVisible();
  await expect(owner.page.getByRole("button", { name: "Edit the text" })).toHaveCount(0);
  const answer = await ada.api.get(`/api/articles/${article}`);
  expect(await answer.json()).toMatchObject({
    locked: true,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });

  await ada.mark("slammed", "f", "1");
  await ada.sees("Saved");
  await owner.page.reload();
  await owner.sees("Saved");
  await expect.poll(() => owner.painted("framing-1")).toEqual(["slammed"]);
  await owner.page.getByRole("button", { name: "Text, locked" }).click();
  await owner.page.getByRole("button", { name: "Unlock the text" }).click();
  await expect(owner.page.getByRole("button", { name: "Edit the text" })).toBeVisible();
});

test("a lock ends editing, and everybody sees it with the proof of what was locked", async ({
  owner,
  ada,
}) => {
  const article = await readTogether([ada, owner], "The plan", TEXT);
  await startEditing(owner);
  const lock = (locked: boolean) =>
    owner.api.patch(`/api/articles/${article}`, { data: { locked } });
  expect((await lock(true)).ok()).toBe(true);
  await expect(owner.page.getByRole("paragraph").getByText("editing has ended")).toBeVisible();
  await expect(owner.page.getByRole("textbox", { name: "The plan" })).toHaveCount(0);
  await owner.sees("Saved");

  const { hash } = (await (await ada.api.get(`/api/articles/${article}`)).json()) as {
    hash: string;
  };
  await ada.page.getByRole("button", { name: "The text is locked" }).click();
  const sign = ada.page.getByRole("dialog", { name: "Locked text" });
  await expect(sign.getByText(hash.slice(0, 12))).toBeVisible();
  await expect(sign.getByTitle(hash)).toBeVisible();

  expect((await lock(false)).ok()).toBe(true);
  await expect(ada.page.getByRole("button", { name: "The text is locked" })).toHaveCount(0);
  await expect(owner.page.getByRole("textbox", { name: "The plan" })).toHaveCount(0);
  await startEditing(owner);
});

test("editing that could not begin does not begin by itself once it was stopped", async ({
  owner,
  ada,
}) => {
  await readTogether([ada, owner], "The plan", TEXT);
  const scripts = "**/_next/static/**";
  await owner.page.route(scripts, (route) => route.abort());
  const failed: string[] = [];
  owner.page.on("requestfailed", (request) => failed.push(request.url()));
  await owner.page.getByRole("button", { name: "Text", exact: true }).click();
  await owner.page.getByRole("button", { name: "Edit the text" }).click();
  // a script is asked for twice before it counts as missing
  await expect.poll(() => failed.length - new Set(failed).size).toBeGreaterThan(0);
  await owner.page.getByRole("button", { name: "Stop editing" }).click();
  await owner.page.unroute(scripts);
  await owner.page.evaluate(() => dispatchEvent(new Event("online")));

  // by the time this has travelled, an editor would be there
  await ada.mark("slammed", "f", "1");
  await expect.poll(() => owner.painted("framing-1")).toEqual(["slammed"]);
  await expect(owner.page.getByRole("textbox", { name: "The plan" })).toHaveCount(0);
  await startEditing(owner);
});

test("a click counts while the text under it is exchanged for the one to be edited", async ({
  owner,
}) => {
  await readTogether([owner], "The plan", TEXT);
  await owner.mark("slammed", "f", "1", "Escape");
  await owner.click("naive");
  await expect.poll(() => owner.painted("selected")).toEqual([]);
  const scripts = Promise.withResolvers<void>();
  await owner.page.route("**/_next/static/**", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await owner.page.getByRole("button", { name: "Text", exact: true }).click();
  const asked = owner.page.waitForRequest("**/_next/static/**");
  await owner.page.getByRole("button", { name: "Edit the text" }).click();
  await asked;
  const word = await owner.placeOf("slammed");
  await owner.page.mouse.move(word.x, word.y);
  await owner.page.mouse.down();
  const answered = owner.page.waitForResponse("**/_next/static/**");
  scripts.resolve();
  await (await answered).finished();
  await owner.page.mouse.up();
  await expect.poll(() => owner.painted("selected")).toEqual(["slammed"]);
  await expect(owner.page.getByRole("textbox", { name: "The plan" })).toBeVisible();
});

test("who only annotates is offered no way to change the text, and the server takes none", async ({
  ada,
}) => {
  const article = await readTogether([ada], "The plan", TEXT);
  await expect(ada.page.getByRole("button", { name: "Text", exact: true })).toHaveCount(0);
  expect(
    (await ada.api.patch(`/api/articles/${article}`, { data: { locked: true } })).status(),
  ).toBe(403);
});

/** Runs in the page: copies what is selected, and tells which words the page itself gave out. */
function copy(): Promise<string> {
  return new Promise((resolve) => {
    document.addEventListener(
      "copy",
      ({ clipboardData }) => resolve(clipboardData?.getData("text/plain") ?? ""),
      { once: true },
    );
    document.execCommand("copy");
  });
}
