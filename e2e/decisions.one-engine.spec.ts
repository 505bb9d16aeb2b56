// What is decided about notes: threads are settled, notes hidden, other labels accepted.

import { expect } from "@playwright/test";
import { meet, open, reply, write } from "./support/talk.ts";
import { test } from "./support/test.ts";

test("the author settles a thread and opens it again; who may not is not asked", async ({
  ada,
  ben,
}) => {
  const article = await meet(ada, ben);
  const his = await open(ben, "slammed");
  await write(reply(his), "It is a fair word.");
  await reply(his).press("ControlOrMeta+Enter");
  await expect(his.getByRole("button", { name: "Resolve" })).toHaveCount(0);

  const hers = await open(ada, "slammed");
  await hers.getByRole("button", { name: "Resolve" }).click();
  await expect(his).toContainText("Resolved by Ada");
  await expect(reply(his)).toHaveCount(0);
  await expect(his.getByRole("button", { name: "Re-open" })).toHaveCount(0);
  await his.getByRole("button", { name: "Show" }).click();
  await expect(his.getByRole("listitem")).toContainText("It is a fair word.");
  await ben.read(article);
  await expect(ben.card("slammed")).toContainText("resolved");
  await expect.poll(() => ben.painted("framing-settled")).toEqual(["slammed"]);
  expect(await ben.painted("framing-1")).toEqual([]);

  await hers.getByRole("button", { name: "Re-open" }).click();
  await expect(ben.card("slammed")).not.toContainText("resolved");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["slammed"]);
  await expect(reply(hers)).toBeVisible();
});

test("an editor hides a note with a reason, shows it again, and settles it without a word", async ({
  ada,
  ben,
  owner,
}) => {
  await meet(ada, ben, owner);
  const shown = await open(owner, "slammed");
  await shown.getByRole("button", { name: "Hide from readers" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Hide this note" });
  await expect(dialog.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await owner.page.keyboard.type("Names a pupil");
  await owner.page.keyboard.press("Enter");

  const hidden = ben.card("Names a pupil");
  await expect(hidden).toContainText("Hidden by Olive Owner");
  await expect(hidden).not.toContainText("slammed");
  await expect.poll(() => ben.painted("framing-1")).toEqual([]);
  await open(ben, "Names a pupil");
  await expect(hidden.getByRole("button", { name: "Look at it" })).toHaveCount(0);
  await open(ada, "Names a pupil");
  await ada.card("Names a pupil").getByRole("button", { name: "Look at it" }).click();
  await expect(ada.card("Names a pupil")).toContainText("slammed");

  await owner.card("Names a pupil").getByRole("button", { name: "Show it again" }).click();
  await expect(ben.card("slammed")).toContainText("Loaded word");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["slammed"]);

  await owner.card("slammed").getByRole("button", { name: "Resolve" }).click();
  await expect(ben.card("slammed")).toContainText("Resolved by Olive Owner");
});

test("an editor hides a reply with a reason, and shows it again", async ({ ada, ben, owner }) => {
  await meet(ada, ben, owner);
  const his = await open(ben, "slammed");
  await write(reply(his), "She is in 7b.");
  await reply(his).press("ControlOrMeta+Enter");
  const theirs = await open(owner, "slammed");
  await theirs.getByText("She is in 7b.").hover();
  await theirs.getByRole("button", { name: "Hide this reply from readers" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Hide this reply" });
  await expect(dialog.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await owner.page.keyboard.type("Names a pupil");
  await owner.page.keyboard.press("Enter");

  const hers = await open(ada, "slammed");
  await expect(hers).toContainText(/Hidden by Olive Owner\s*Names a pupil/);
  await expect(hers).not.toContainText("7b");
  await expect(hers.getByRole("button", { name: "Look at it" })).toHaveCount(0);
  await his.getByRole("button", { name: "Look at it" }).click();
  await expect(his).toContainText("She is in 7b.");

  await theirs.getByRole("button", { name: "Show it again" }).click();
  await expect(hers).toContainText("She is in 7b.");
  await expect(hers).not.toContainText("Names a pupil");
});

test("an editor proposes another label, and the author accepts with one click", async ({
  ada,
  ben,
  owner,
}) => {
  await meet(ada, ben, owner);
  const theirs = await open(owner, "slammed");
  await theirs.getByRole("button", { name: "Propose another label" }).click();
  await theirs.getByRole("button", { name: "Naming" }).click();
  await expect(theirs).toContainText("You propose");
  const his = await open(ben, "slammed");
  await expect(his).toContainText(/Olive Owner proposes\s*N?\s*Naming/);
  await expect(his.getByRole("button", { name: "Accept" })).toHaveCount(0);

  const hers = await open(ada, "slammed");
  await hers.getByRole("button", { name: "Accept" }).click();
  await expect(his.locator("[data-card]")).toContainText("Naming");
  await expect(his).not.toContainText("proposes");
  await expect(theirs).not.toContainText("You propose");
  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect(his).toContainText("Olive Owner proposes");
  await hers.getByRole("button", { name: "Decline" }).click();
  await expect(his).not.toContainText("proposes");
  await expect(theirs).toContainText("Ada keeps the label. You proposed");
});
