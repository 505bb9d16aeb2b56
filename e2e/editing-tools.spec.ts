// The tools of an editor beside typing: lists, links, tables, images, all by keyboard too.

import { expect, type Locator, type Page } from "@playwright/test";
import { EditingHands } from "./support/editing-hands.ts";
import { readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan.\n\nThe minister called the critics naive.";

test("a table is made, filled and changed with keys, and highlights in its cells stay on their words", async ({
  owner,
  ada,
}) => {
  await readTogether([ada, owner], "The plan", TEXT);
  const hands = new EditingHands(owner);
  await hands.startEditing();
  await hands.clickBehind("the plan.");
  await tool(owner.page, "Insert a table");
  for (const words of ["Year", "Cost", "Source", "2024", "twelve million", "the council"]) {
    await hands.type(words);
    await hands.press("Tab");
  }
  await expect(ada.article.getByRole("row")).toHaveCount(3);
  await ada.mark("twelve million", "c", "1");
  await ada.mark(["million", "council"], "f", "1");
  const expectMarks = async (isThere: boolean): Promise<void> => {
    for (const each of [ada, owner]) {
      const [claims, framed] = isThere
        ? [["twelve million"], ["million", "the council"]]
        : [[], []];
      await expect.poll(() => each.painted("claim-1")).toEqual(claims);
      await expect.poll(() => each.painted("framing-1")).toEqual(framed);
    }
  };
  await expectMarks(true);

  await change("Row above");
  await expect(ada.article.getByRole("row")).toHaveCount(4);
  await expectMarks(true);
  await change("Column after");
  await expect(ada.article.getByRole("columnheader")).toHaveCount(4);
  await expectMarks(true);
  await hands.pause();
  await change("Delete the row");
  await expect(ada.article.getByRole("row")).toHaveCount(3);
  await expectMarks(false);
  await hands.undo();
  await expectMarks(true);

  async function change(name: string): Promise<void> {
    await hands.clickBefore("million");
    await tool(owner.page, "Table");
    await owner.page.getByRole("button", { name }).click();
  }
});

test("an image is chosen and described, everybody sees it, and nobody else is asked for anything", async ({
  owner,
  ada,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  for (const { page } of [owner, ada]) {
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== "data:" && origin !== baseURL) elsewhere.push(request.url());
    });
  }
  await readTogether([ada, owner], "The plan", TEXT);
  await ada.mark("naive", "f", "1");
  const hands = new EditingHands(owner);
  await hands.startEditing();
  await hands.clickBehind("the plan.");
  await tool(owner.page, "Insert an image");
  const dialog = owner.page.getByRole("dialog", { name: "Insert an image" });
  await dialog.getByLabel("File").setInputFiles({
    name: "note.png",
    mimeType: "image/png",
    buffer: Buffer.from("no picture at all"),
  });
  await expect(dialog.getByRole("alert")).toHaveText(/no picture/);
  await dialog.getByLabel("File").setInputFiles({
    name: "square.png",
    mimeType: "image/png",
    buffer: await drawPicture(owner.page),
  });
  await dialog.getByLabel("Description").fill("A green square");
  await dialog.getByLabel("Caption").fill("What remained of the plan");
  await dialog.getByRole("button", { name: "Insert" }).click();
  const image = ada.article.getByRole("img", { name: "A green square" });
  await expect(image).toBeVisible();
  await expect(image).toHaveAttribute("src", /^data:image\/(webp|jpeg);/);
  await expect(ada.article.getByText("What remained of the plan")).toBeVisible();
  for (const each of [ada, owner])
    await expect.poll(() => each.painted("framing-1")).toEqual(["naive"]);

  await owner.article.getByRole("img", { name: "A green square" }).click();
  await tool(owner.page, "Change the image");
  await owner.page.getByLabel("Description").fill("A square, green");
  await owner.page.getByRole("button", { name: "Save" }).click();
  await expect(ada.article.getByRole("img", { name: "A square, green" })).toBeVisible();

  await ada.page.reload();
  await ada.sees("Saved");
  await expect(ada.article.getByRole("img", { name: "A square, green" })).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test("a link is set, changed and removed with keys, inside a highlight", async ({ owner, ada }) => {
  await readTogether([ada, owner], "The plan", TEXT);
  await ada.mark("called the critics naive", "c", "1");
  const hands = new EditingHands(owner);
  await hands.startEditing();
  await hands.select("critics naive");
  await hands.press("ControlOrMeta+k");
  const address = owner.page.getByLabel("Address");
  await expectFocus(address);
  await hands.type("javascript:alert(1)");
  await hands.press("Enter");
  await expect(
    owner.page.getByRole("alert").filter({ hasText: "This is no address" }),
  ).toBeVisible();
  await address.fill("example.org/speech");
  await hands.press("Enter");
  const link = ada.article.getByRole("link", { name: "critics naive" });
  await expect(link).toHaveAttribute("href", "https://example.org/speech");

  await hands.clickBefore("naive");
  await hands.press("ControlOrMeta+k");
  await expect(address).toHaveValue("https://example.org/speech");
  await address.fill("mailto:minister@example.org");
  await hands.press("Enter");
  await expect(link).toHaveAttribute("href", "mailto:minister@example.org");
  await hands.clickBefore("naive");
  await hands.press("ControlOrMeta+k");
  await owner.page.getByRole("button", { name: "Remove the link" }).click();
  await expect(link).toHaveCount(0);
  for (const each of [ada, owner]) {
    await expect.poll(() => each.painted("claim-1")).toEqual(["called the critics naive"]);
  }
});

test("the tools are reached and left with keys, and their own keys work", async ({
  owner,
  ada,
}) => {
  await readTogether([ada, owner], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  const hands = new EditingHands(owner);
  await hands.startEditing();
  await owner.page.bringToFront(); // in a window behind another, Firefox presses no button by key
  await hands.clickBefore("slammed");
  await hands.press("Alt+F10");
  await expectFocus(owner.page.getByRole("button", { name: "Bold" }));
  for (let step = 0; step < 3; step++) await hands.press("ArrowRight");
  const heading = owner.page.getByRole("button", { name: "Heading 2" });
  await expectFocus(heading);
  await expect(heading).toHaveAttribute("title", /^Heading 2 \(.+2\)$/);
  await hands.press("Enter");
  await expect(ada.article.getByRole("heading", { level: 2 })).toHaveText(
    "Critics slammed the plan.",
  );
  await hands.press("Alt+F10");
  await expectFocus(heading); // where one left off
  await hands.press("Escape");
  await expectFocus(owner.page.getByRole("textbox", { name: "The plan" }));

  await hands.clickBehind("naive.");
  await hands.press("Shift+Enter");
  await hands.type("So he did.");
  await hands.press("ControlOrMeta+Shift+7");
  await hands.press("Enter");
  await hands.type("A second item");
  const items = ada.article.locator("ol").getByRole("listitem");
  await expect(items).toHaveText([/naive\.\s*So he did\./, "A second item"]);
  for (const each of [ada, owner]) {
    await expect.poll(() => each.painted("framing-1")).toEqual(["slammed"]);
  }
});

/** Presses one of the tools. */
const tool = (page: Page, name: string): Promise<void> =>
  page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name }).click();

/** Of several people's windows a browser takes only one for the active one; the focus inside a page is what counts. */
async function expectFocus(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((each) => each === document.activeElement)).toBe(true);
}

/** A green square. */
async function drawPicture(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [64, 64];
    const context = canvas.getContext("2d");
    if (context) context.fillStyle = "green";
    context?.fillRect(0, 0, 64, 64);
    return canvas.toDataURL("image/png");
  });
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}
