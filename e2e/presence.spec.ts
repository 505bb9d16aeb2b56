// Who is here, what they have selected, and whose note they are writing.

import { expect } from "@playwright/test";
import { readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

test("people see who is here, each other's selections, and who is writing a note", async ({
  ada,
  ben,
}) => {
  await readTogether([ada, ben], "The plan", TEXT);

  await ben.page.getByRole("button", { name: "2 people here" }).click();
  await expect(ben.page.getByRole("listitem").filter({ hasText: "Ada" })).toBeVisible();
  await ben.page.keyboard.press("Escape");

  await ada.select("the plan");
  await expect
    .poll(async () => {
      const painted = await Promise.all(
        Array.from({ length: 12 }, (_, colour) => ben.painted(`person-${colour}`)),
      );
      return painted.flat();
    })
    .toEqual(["the plan"]);

  await ada.page.keyboard.press("c");
  await ada.card("the plan").getByRole("textbox", { name: "Note" }).click();
  await ada.page.keyboard.type("Which");
  await expect(ben.card("the plan")).toContainText("Ada is writing…");
  await expect(ben.card("the plan")).toContainText("Which");

  await ada.context.close();
  await expect(ben.page.getByRole("button", { name: "1 person here" })).toBeVisible();
});
