// The codebook as it is changed: by hand and by keys, from presets and files, by two people at once.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import {
  codebookOf,
  edit,
  labelLine,
  openCodebook,
  openLabel,
  rewrite,
  save,
  schemeOf,
  test,
} from "./support/codebook.ts";
import { addArticle } from "./support/people.ts";
import { savedBy } from "./support/saved-file.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

test("a codebook goes into a file", async ({ chief, space }) => {
  const { page } = chief;
  await edit(chief, space);
  await rewrite(page.getByLabel("What to mark"), "one sentence");
  await page.getByRole("button", { name: "Import or export" }).click();
  const { name, text } = await savedBy(page, () =>
    page.getByRole("button", { name: "Export as a file" }).click(),
  );
  expect(name).toBe("codebook-Try-Postil.json");
  const { format, schemes } = JSON.parse(text);
  expect(format).toBe("postil-schemes/1");
  expect(schemes[0].kinds[0]).toMatchObject({ id: "claim", unit: "one sentence" });
});

test("a codebook comes from a file, and shows before it does what will change", async ({
  chief,
  space,
}) => {
  const { page } = chief;
  await edit(chief, space);
  const schemes = [await schemeOf(chief, space)];
  const file = JSON.stringify({ format: "postil-schemes/1", schemes });

  await page.getByRole("button", { name: "Import or export" }).click();
  await page.getByRole("button", { name: "Import from a file" }).click();
  const dialog = page.getByRole("dialog", { name: "Import from a file" });
  const bring = (text: string): Promise<void> =>
    dialog.getByLabel("Import from a file").setInputFiles({
      name: "codebook.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
  await bring(file);
  await expect(dialog.getByText("This file holds what is here already.")).toBeVisible();
  await bring("{ not json");
  await expect(dialog.getByText("This file is no JSON.")).toBeVisible();
  await bring(file.replace('"#0063a6"', '"blue"'));
  await expect(dialog.getByText("“Claim, Colours” is no colour like #0063a6.")).toBeVisible();
  await bring(
    file.replace('"Checkable fact"', '"Statement"').replace('"id":"opinion"', '"id":"view"'),
  );
  await expect(dialog.getByText("New: Opinion or judgement")).toBeVisible();
  await expect(dialog.getByText("Other texts: Statement")).toBeVisible();
  await expect(dialog.getByText("Hidden: Opinion or judgement")).toBeVisible();
  await dialog.getByRole("button", { name: "Take it in" }).click();

  await expect(labelLine(page, "Statement")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(labelLine(page, "Checkable fact")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await save(chief);
  await page.reload();
  await expect(labelLine(page, "Statement")).toBeVisible();
});

test("colours that cannot be read or told apart are warned of, and put right with one press", async ({
  chief,
  space,
}) => {
  const { page } = chief;
  await edit(chief, space);
  const line = page.getByLabel("Line and letters, as a code").first();
  await rewrite(line, "#d8b6cc");
  await expect(page.getByText("The line is too light to be read.")).toBeVisible();
  await expect(page.getByRole("tab", { name: "Claim with a warning" })).toBeVisible();
  await page.getByRole("button", { name: "Make it darker" }).click();
  await expect(page.getByText("The line is too light to be read.")).toHaveCount(0);
  await expect(line).not.toHaveValue("#d8b6cc");

  await rewrite(line, "#a8326d");
  await expect(page.getByText("Claim and Framing look alike to everybody").first()).toBeVisible();
  await rewrite(line, "#0063a6");
  await expect(page.getByText("look alike")).toHaveCount(0);
});

test("what was not saved is there after leaving, and can be thrown away", async ({
  chief,
  space,
}) => {
  const { page } = chief;
  await edit(chief, space);
  const unit = page.getByLabel("What to mark");
  await rewrite(unit, "one sentence");
  await page.getByRole("link", { name: "Library" }).click();
  await page.getByRole("link", { name: "Codebook" }).click();
  await expect(page.getByText("Here is what you had not saved")).toBeVisible();
  await expect(unit).toHaveValue("one sentence");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(unit).toHaveValue(/a whole clause/);
  await page.reload();
  await expect(unit).toHaveValue(/a whole clause/);
  await expect(page.getByText("Here is what you had not saved")).toHaveCount(0);
});

test("two editors at once: nobody overwrites the other, both changes come together", async ({
  enter,
  chief,
  space,
}) => {
  // the same owner in another browser
  const other = await enter("Chief", { storageState: await chief.context.storageState() });
  await Promise.all([edit(chief, space), edit(other, space)]);
  const name = chief.page.getByLabel("Name", { exact: true }).first();
  await rewrite(name, "Assertion");
  await rewrite(other.page.getByLabel("What to mark"), "one sentence");
  await save(other);
  // nobody has to ask: an open editor hears of it
  const told = chief.page.getByText("has changed the codebook meanwhile");
  await expect(told).toBeVisible({ timeout: 30_000 });
  await expect(chief.page.getByLabel("What to mark")).toHaveValue("one sentence");
  await expect(name).toHaveValue("Assertion");
  await save(chief);
  await other.page.reload();
  await expect(other.page.getByLabel("Name", { exact: true }).first()).toHaveValue("Assertion");
});

test("a codebook is changed by keyboard alone", async ({ chief, space }) => {
  const { page } = chief;
  const { keyboard } = page;
  await edit(chief, space);
  await page.getByRole("tab", { name: "Claim" }).focus();
  await keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Name", selected: true })).toBeFocused();
  await page.getByLabel("New label").focus();
  await keyboard.type("Spokesperson");
  await keyboard.press("Enter");
  await expect(page.getByText("Spokesperson added")).toBeAttached();
  const head = page.getByRole("button", { name: "Spokesperson hidden" });
  await head.focus();
  await keyboard.press("Alt+ArrowUp");
  await expect(page.getByText("Spokesperson, 8 of 9")).toBeAttached();
  await expect(head).toBeFocused();
  await keyboard.press("ControlOrMeta+z");
  await keyboard.press("ControlOrMeta+z");
  await expect(head).toHaveCount(0);
  await keyboard.press("ControlOrMeta+Shift+z");
  await expect(head).toBeVisible();

  await openLabel(page).getByRole("button", { name: "Remove for good" }).press("Enter");
  await expect(page.getByRole("list", { name: "Labels" })).toBeFocused();
});

test("a kind starts from a preset, and its questions from another", async ({ chief, space }) => {
  const { page } = chief;
  await edit(chief, space);
  await page.getByRole("tab", { name: "Framing" }).click();
  await page.getByRole("button", { name: "Start from a preset" }).click();
  await page.getByRole("button", { name: /^Persuasion techniques/ }).click();
  const told = page.getByText("Persuasion techniques: 8 labels are offered, 15 hidden.");
  await expect(told.first()).toBeVisible();
  await expect(labelLine(page, "Whataboutism")).toBeVisible();
  await page.getByRole("tab", { name: "Whole article" }).click();
  await page.getByRole("button", { name: "Add questions from a preset" }).click();
  await page.getByRole("button", { name: /^Four moves/ }).click();
  await expect(page.getByLabel("Questions about the whole article")).toHaveValue(/Stop: what do I/);
  await save(chief);

  await chief.read(await addArticle(chief, "The plan", TEXT));
  await openCodebook(chief);
  await expect(codebookOf(chief).getByText("Stop: what do I feel")).toBeVisible();
  await codebookOf(chief).getByRole("searchbox").pressSequentially("slippery");
  await expect(codebookOf(chief).getByRole("heading", { level: 4 })).toHaveText([/Slippery slope/]);
});

test("what is asked beyond the label is changed, and asked on an open page", async ({
  enter,
  chief,
  space,
}) => {
  const ada = await enter("Ada");
  await ada.read(await addArticle(ada, "The plan", TEXT));
  await ada.mark("slammed", "f", "1");
  await ada.card("slammed").getByRole("button", { name: "Details" }).click();
  await expect(ada.card("slammed").getByLabel("How strong")).toBeVisible();

  await edit(chief, space);
  const { page } = chief;
  await page.getByRole("tab", { name: "Framing" }).click();
  await page.getByLabel("New detail").pressSequentially("Who gains?");
  await page.keyboard.press("Enter");
  await page.getByLabel("Filled in with").selectOption("One of several");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("“Framing, Who gains?, What can be chosen” is empty.")).toBeVisible();
  for (const choice of ["The government", "The critics"]) {
    await page.getByLabel("New choice").pressSequentially(choice);
    await page.keyboard.press("Enter");
  }
  await labelLine(page, "How strong").click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await save(chief);

  await expect(ada.card("slammed").getByLabel("How strong")).toHaveCount(0);
  await ada.card("slammed").getByLabel("Who gains?").selectOption("The critics");
  await ada.sees("Saved");
  await ada.page.reload();
  await expect(ada.card("slammed")).toContainText("The critics");
});

test("a removed label's id is given to no other", async ({ chief, space }) => {
  const { page } = chief;
  await edit(chief, space);
  const add = async (): Promise<void> => {
    await page.getByLabel("New label").pressSequentially("Rumour");
    await page.keyboard.press("Enter");
    await expect(openLabel(page).getByLabel("Name")).toHaveValue("Rumour");
  };
  await add();
  await save(chief);
  await openLabel(page).getByRole("button", { name: "Remove for good" }).click();
  await save(chief);
  await add();
  await save(chief);
  const [claim] = (await schemeOf(chief, space)).kinds;
  const rumours = claim?.labels.filter(({ name }) => name === "Rumour");
  expect(rumours?.map(({ id }) => id)).toEqual(["rumour", "rumour-2"]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the codebook and its editor have no violation in the ${colorScheme}`, async ({
    chief,
    space,
  }) => {
    const { page } = chief;
    await page.emulateMedia({ colorScheme });
    await edit(chief, space);
    await labelLine(page, "Checkable fact").click();
    await page.getByRole("button", { name: /^Whose voice/ }).click();
    // as readable as the colour of framing, but the same
    await rewrite(page.getByLabel("Line and letters, as a code").first(), "#a8326d");
    await expect(page.getByText("look alike").first()).toBeVisible();
    await expectClean(page);
    await page.getByRole("tab", { name: "Whole article" }).click();
    await expectClean(page);
    await chief.read(await addArticle(chief, "The plan", TEXT));
    await openCodebook(chief);
    await expectClean(page);
  });
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html) }))).toEqual(
    [],
  );
}
