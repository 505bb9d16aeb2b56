// All notes as a list: found, sorted and grouped by keyboard and by ear, on a wide screen and on a phone.

import { expect, type Locator } from "@playwright/test";
import { EditingHands } from "./support/editing-hands.ts";
import { addArticle, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naïve.";

test("what two people marked is listed, searched, sorted and grouped", async ({ ada, ben }) => {
  await readTogether([ada, ben], "The plan", TEXT);
  await ada.mark("slammed", "f", "1");
  await ben.mark("minister", "e", "1");
  await expect(ada.card("minister")).toBeVisible();
  await ada.mark("naïve", "f", "2");

  await ada.page.getByRole("button", { name: "All notes" }).click();
  const list = ada.page.getByRole("region", { name: "All notes" });
  await expect(list.getByText("3 notes")).toBeVisible();
  await expect.poll(() => wordsIn(list)).toEqual(["slammed", "minister", "naïve"]);

  await list.getByRole("button", { name: "Person" }).click();
  await expect(list.getByRole("columnheader", { name: "Person" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await list.getByRole("button", { name: "Person" }).click();
  await expect.poll(() => wordsIn(list)).toEqual(["minister", "slammed", "naïve"]);

  await list.getByLabel("Group by").selectOption("Kind");
  await expect(list.getByRole("rowheader", { name: "Framing 2" })).toBeVisible();

  await list.getByRole("searchbox").pressSequentially("NAIVE");
  await expect.poll(() => wordsIn(list)).toEqual(["naïve"]);
  await expect(list.getByText("1 of 3 notes")).toBeVisible();
  await list.getByRole("searchbox").pressSequentially("nowhere");
  await list.getByRole("button", { name: "Clear the search" }).click();
  await expect(list.getByText("3 notes")).toBeVisible();
});

test("the list is walked with arrows, a line leads to its words, and l leads back", async ({
  ada,
}) => {
  await readTogether([ada], "The plan", `${TEXT}\n\n${"And so on.\n\n".repeat(60)}The end.`);
  await ada.mark("slammed", "f", "1");
  await ada.mark("The end", "c", "1");
  await ada.page.keyboard.press("l");
  const line = (words: string): Locator =>
    ada.page.getByRole("row").getByRole("button", { name: words });
  await expect(line("The end")).toBeFocused();
  await ada.page.keyboard.press("ArrowUp");
  await expect(line("slammed")).toBeFocused();
  await ada.page.keyboard.press("Enter");
  await expect.poll(() => ada.painted("selected")).toEqual(["slammed"]);

  await ada.page.keyboard.press("l");
  await expect(line("slammed")).toBeFocused();
  await ada.page.keyboard.press("End");
  await ada.page.keyboard.press("Enter");
  await expect.poll(() => ada.painted("selected")).toEqual(["The end"]);
  await expect(ada.article.getByText("The end.")).toBeInViewport({ ratio: 1 });
  await expect
    .poll(async () => (await ada.article.getByText("The end.").boundingBox())?.y)
    .toBeLessThan(400); // above the list

  await ada.page.keyboard.press("l");
  await ada.page.keyboard.press("Escape");
  await expect(ada.page.getByRole("table")).toBeHidden();
  await expect(ada.article.getByRole("article")).toBeFocused();
});

test("the list shows what the filter shows, and says which words are gone", async ({
  ada,
  owner,
}) => {
  const article = await readTogether([ada, owner], "The plan", `${TEXT}\n\nA line that goes.`);
  await ada.mark("slammed", "f", "1");
  await ada.mark("line", "c", "1");
  await expect(owner.card("line")).toBeVisible();
  const hands = new EditingHands(owner);
  await hands.startEditing();
  await hands.remove("A line that goes.");

  await ada.page.getByRole("button", { name: "All notes" }).click();
  await expect(ada.page.getByRole("row", { name: /line words gone/ })).toBeVisible();
  await ada.page.getByRole("button", { name: "View" }).click();
  await ada.page.getByRole("checkbox", { name: /^Framing/ }).uncheck();
  await ada.page.keyboard.press("Escape");
  await expect.poll(() => wordsIn(ada.page.getByRole("table"))).toEqual(["line\nwords gone"]);

  // from thirty people to one: nobody, then them
  const data = { kind: "entity", quote: { exact: "minister" } };
  await owner.api.post(`/api/articles/${article}/annotations`, { data });
  await expect(ada.page.getByRole("row", { name: /minister/ })).toBeVisible();
  await ada.page.getByRole("button", { name: "View" }).click();
  await ada.page.getByRole("button", { name: "None", exact: true }).click();
  await expect(ada.page.getByText("Nothing is shown.")).toBeVisible();
  await ada.page.getByRole("checkbox", { name: "Olive Owner" }).check();
  await expect.poll(() => wordsIn(ada.page.getByRole("table"))).toEqual(["minister"]);
  await ada.page.getByRole("button", { name: "All", exact: true }).click();
  await expect(ada.page.getByRole("row", { name: /line words gone/ })).toBeVisible();
});

test("hundreds of notes come in pages, all of them for a screen reader", async ({ ada }) => {
  const names = Array.from({ length: 120 }, (_, number) => `Name${number}.`);
  const article = await addArticle(ada, "Names", names.join(" "));
  for (const exact of names) {
    const data = { kind: "entity", label: "person", quote: { exact } };
    await ada.api.post(`/api/articles/${article}/annotations`, { data });
  }
  await ada.read(article);
  await ada.page.getByRole("button", { name: "All notes" }).click();
  const table = ada.page.getByRole("table");
  await expect(table.getByRole("row")).toHaveCount(101);
  await ada.page.getByRole("button", { name: "Next page" }).click();
  await expect(table.getByRole("row")).toHaveCount(21);
  await expect(table).toMatchAriaSnapshot(`
    - table "Notes on this article. Press Enter on a line to go to its words.":
      - rowgroup:
        - row:
          - columnheader "Words"
          - columnheader "Label"
          - columnheader "Person"
          - columnheader "Note"
          - columnheader "Replies"
          - columnheader "Votes"
          - columnheader "Status"
          - columnheader "Time"
      - rowgroup:
        - row:
          - rowheader "Name100."
  `);
});

test("on a phone the list is made of cards, and a card leads to its note", async ({
  person,
  browserName,
}) => {
  test.skip(browserName === "firefox", "Firefox on a desk cannot pretend to have a touch screen");
  const ada = await person("Ada", { viewport: { width: 390, height: 844 }, hasTouch: true });
  const article = await addArticle(ada, "The plan", TEXT);
  const data = { kind: "framing", label: "loaded", quote: { exact: "slammed" } };
  await ada.api.post(`/api/articles/${article}/annotations`, { data });
  await ada.read(article);
  await ada.page.getByRole("button", { name: "All notes" }).tap();
  await ada.page.getByRole("button", { name: "slammed" }).tap();
  await expect.poll(() => ada.painted("selected")).toEqual(["slammed"]);
  await expect(ada.page.getByRole("region", { name: "All notes" })).toBeHidden();
});

const wordsIn = (list: Locator): Promise<string[]> => list.locator("[data-row]").allInnerTexts();
