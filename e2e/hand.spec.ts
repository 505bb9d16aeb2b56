// What a quick hand does: painting with the brush, marking every mention, many at once, quotes and
// links, keys of one's own.

import { expect } from "@playwright/test";
import { addArticle, type Person, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT =
  "Critics slammed the plan. The minister called the critics naive. Ada Stone left.\n\nAda Stone had slammed the door; Ada Stone’s staff stayed.";

async function open(ada: Person): Promise<string> {
  const article = await addArticle(ada, "The plan", TEXT);
  await ada.read(article);
  return article;
}

test("with the brush every selection is marked at once, until Escape", async ({ ada }) => {
  await open(ada);
  const { keyboard } = ada.page;
  await ada.article.getByRole("article").focus();
  await keyboard.press("Shift+F");
  const bar = ada.page.getByRole("region", { name: "Every selection becomes" });
  await expect(bar).toContainText("Framing");
  await keyboard.press("1");
  await expect(bar).toContainText("Loaded word");
  await ada.drag("slammed");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await ada.drag("naive");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed", "naive"]);
  await expect(ada.card("naive")).toContainText("Loaded word");
  await keyboard.press("c");
  await expect(bar).toContainText("Claim");
  await ada.drag("the plan");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["the plan"]);

  const brush = ada.page.getByRole("banner").getByRole("button", { name: "Brush" });
  await expect(brush).toHaveAttribute("aria-pressed", "true");
  await keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await expect(brush).toHaveAttribute("aria-pressed", "false");
  await brush.click();
  await expect(bar).toContainText("Claim");
  await brush.click();
  await expect(bar).toBeHidden();
  await ada.mark("minister");
  await expect(ada.page.getByRole("toolbar", { name: /mark the selected/i })).toBeVisible();
  await expect.poll(() => ada.painted("claim-1")).toEqual(["the plan"]);
});

test("all mentions of a name are marked in one step, and unmarked in one", async ({ ada, ben }) => {
  await readTogether([ada, ben], "The plan", TEXT);
  await ada.mark("Ada Stone", "e");
  await expect(ada.page.getByRole("button", { name: "Mark 2 more places" })).toBeVisible();
  await ada.page.keyboard.press("1");
  await expect(ada.card("Ada Stone")).toContainText("Person");
  await ada.page.keyboard.press("m");
  const all = ["Ada Stone", "Ada Stone", "Ada Stone"];
  await expect.poll(() => ben.painted("entity-1")).toEqual(all);
  await expect(ada.page.getByText("Person added in 2 places").first()).toBeVisible();
  await ada.page.keyboard.press("m");
  await expect.poll(() => ada.painted("entity-1")).toEqual(all);

  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ben.painted("entity-1")).toEqual(["Ada Stone"]);
  await ada.card("Ada Stone").getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("button", { name: "Mark 2 more places" }).click();
  await expect.poll(() => ben.painted("entity-1")).toEqual(all);
});

test("several notes are chosen, relabelled and deleted as one step; others’ stay", async ({
  ada,
  ben,
}) => {
  await readTogether([ada, ben], "The plan", TEXT);
  await ada.mark("Critics", "c", "1");
  await ada.mark("naive", "f", "1");
  await ben.mark("minister", "e", "3");
  await expect(ada.card("minister")).toBeVisible();
  await ada.card("naive").getByRole("button").first().focus();
  await ada.page.keyboard.press("ControlOrMeta+a");
  const bar = ada.page.getByRole("region", { name: "Chosen notes" });
  await expect(bar).toContainText("3 notes chosen · 2 are yours");
  await ada.page.keyboard.press("e");
  await expect.poll(() => ben.painted("entity-1")).toEqual(["Critics", "minister", "naive"]);
  await ada.page.keyboard.press("Delete");
  await expect.poll(() => ben.painted("entity-1")).toEqual(["minister"]);
  await ada.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ben.painted("entity-1")).toEqual(["Critics", "minister", "naive"]);

  await ada
    .card("Critics")
    .getByRole("button")
    .first()
    .click({ modifiers: ["ControlOrMeta"] });
  await expect(bar).toContainText("1 note chosen");
  await ada
    .card("naive")
    .getByRole("button")
    .first()
    .click({ modifiers: ["Shift"] });
  await bar.getByRole("button", { name: "Delete 2 notes" }).click();
  await expect.poll(() => ben.painted("entity-1")).toEqual(["minister"]);
  await ada.page.getByRole("region", { name: "Undo" }).getByRole("button").click();
  await expect.poll(() => ben.painted("entity-1")).toEqual(["Critics", "minister", "naive"]);
});

test("a quote and a link are copied, and the link opens the note for somebody else", async ({
  ada,
  ben,
  browserName,
}) => {
  test.skip(browserName === "firefox", "Firefox lets no test read the clipboard");
  await ada.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(ada);
  const copied = () => ada.page.evaluate(() => navigator.clipboard.readText());
  await ada.mark("naive", "f", "1", "q");
  await expect.poll(copied).toBe("“naive”");
  await ada.card("naive").getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("button", { name: "Copy a link to this note" }).click();
  await expect.poll(copied).toMatch(/#annotation=/);
  await ada.sees("Saved");

  const address = await copied();
  await ben.page.goto(address);
  await expect.poll(() => ben.painted("selected")).toEqual(["naive"]);
  await expect(ben.card("naive")).toBeVisible();

  await ada.page.keyboard.press("Escape");
  await ada.click("naive");
  await ada.page.keyboard.press("Delete");
  await ada.sees("Saved");
  await ben.page.reload();
  await expect(ben.page.getByText(/this link leads to has been deleted/).first()).toBeVisible();
});

test("a key can be changed and switched off, and stays so after a reload", async ({ ada }) => {
  const article = await open(ada);
  const { keyboard } = ada.page;
  await ada.article.getByRole("article").focus();
  await keyboard.press("?");
  const claim = ada.page.getByRole("textbox", { name: "Mark as claim" });
  await claim.focus();
  await keyboard.press("e");
  await expect(ada.page.getByRole("alert").getByText("That key is taken")).toBeVisible();
  await keyboard.press("j");
  await expect(claim).toHaveValue("J");
  await ada.page.getByRole("textbox", { name: "Mark as framing" }).focus();
  await keyboard.press("Delete");
  await keyboard.press("Escape");

  await ada.read(article);
  await ada.mark("naive", "c", "f");
  await keyboard.press("j");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["naive"]);
  await expect.poll(() => ada.painted("framing-1")).toEqual([]);

  await keyboard.press("?");
  await ada.page.getByRole("button", { name: "Put all keys back" }).click();
  await expect(claim).toHaveValue("C");
});
