// What has no journey by keyboard of its own elsewhere: brush, mentions, several at once, decisions,
// the colour key, hidden marks, the codebook. Whatever Tab is pressed for must be reached by it.

import { expect, type Locator, type Page } from "@playwright/test";
import { addArticle, type Person } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = `Ada Stone slammed the plan.

The plan failed, and Ada Stone stayed.`;

test("brush, mentions and several notes at once are at hand by keyboard alone", async ({ ada }) => {
  const { keyboard } = ada.page;
  await ada.read(await addArticle(ada, "The plan", TEXT));
  await tabTo(ada.page, ada.article.getByRole("article"));
  await keyboard.press("Shift+E");
  await keyboard.press("1");
  const brush = ada.page.getByRole("region", { name: "Every selection becomes" });
  await expect(brush).toContainText("Person");
  await keyboard.down("Shift");
  // to the end of a word, to the beginning of the next, to its end
  for (let step = 0; step < 3; step++) await keyboard.press("Control+ArrowRight");
  await keyboard.up("Shift");
  await expect.poll(() => ada.painted("entity-1")).toEqual(["Ada Stone"]);
  await keyboard.press("Escape");
  await expect(brush).toBeHidden();

  await keyboard.press("m");
  await expect.poll(() => ada.painted("entity-1")).toEqual(["Ada Stone", "Ada Stone"]);
  await keyboard.press("n");
  await tabTo(ada.page, ada.margin.locator("[data-card]").first());
  await keyboard.press("ControlOrMeta+a");
  const chosen = ada.page.getByRole("region", { name: "Chosen notes" });
  await expect(chosen).toContainText("2 notes chosen");
  await keyboard.press("c");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["Ada Stone", "Ada Stone"]);
  await keyboard.press("Delete");
  await expect.poll(() => ada.painted("claim-1")).toEqual([]);
  await keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["Ada Stone", "Ada Stone"]);
});

test("proposing, hiding and settling are at hand by keyboard alone", async ({ ada, owner }) => {
  const article = await addArticle(ada, "The plan", TEXT);
  await mark(ada, article, "slammed");
  await Promise.all([ada.read(article), owner.read(article)]);
  await owner.page.bringToFront();
  const theirs = await focusNext(owner);
  const { keyboard } = owner.page;
  await keyboard.press("Enter");
  await keyboard.type("A fair word.");
  await keyboard.press("ControlOrMeta+Enter");
  await keyboard.press("Escape");
  await tabTo(owner.page, theirs.getByRole("button", { name: "Propose another label" }));
  await keyboard.press("Enter");
  await tabTo(owner.page, theirs.getByRole("button", { name: "Naming" }));
  await keyboard.press("Enter");
  await expect(theirs).toContainText("You propose");
  await tabTo(owner.page, theirs.getByRole("button", { name: "Hide from readers" }));
  await keyboard.press("Enter");
  await expect(owner.page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await keyboard.type("Names a pupil");
  await keyboard.press("Enter");
  const hidden = owner.card("Names a pupil");
  await tabTo(owner.page, hidden.getByRole("button", { name: "Show it again" }));
  await keyboard.press("Enter");
  await expect(theirs).toContainText("slammed");

  await ada.page.bringToFront();
  const hers = await focusNext(ada);
  await tabTo(ada.page, hers.getByRole("button", { name: "Accept" }));
  await ada.page.keyboard.press("Enter");
  await expect(hers.locator("[data-card]")).toContainText("Naming");
  await tabTo(ada.page, hers.getByRole("button", { name: "Resolve" }));
  await ada.page.keyboard.press("Enter");
  await expect(theirs).toContainText("Resolved by Ada");
});

test("the colour key, hidden marks and the codebook are at hand by keyboard alone", async ({
  ada,
}) => {
  const article = await addArticle(ada, "The plan", TEXT);
  await mark(ada, article, "slammed");
  await ada.read(article);
  const { keyboard } = ada.page;
  const { page } = ada;
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await tabTo(page, page.getByRole("button", { name: "View", exact: true }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("checkbox", { name: "Framing" }));
  await keyboard.press("Space");
  await expect.poll(() => ada.painted("framing-1")).toEqual([]);
  await tabTo(page, page.getByRole("button", { name: "Show everything" }));
  await keyboard.press("Enter");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await keyboard.press("Escape");

  await tabTo(page, ada.article.getByRole("article"));
  await keyboard.press("h");
  await expect.poll(() => ada.painted("framing-1")).toEqual([]);
  await keyboard.press("h");
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await keyboard.press("d");
  await expect(page.getByRole("region", { name: "Codebook" })).toBeFocused();
  await tabTo(page, page.getByRole("searchbox", { name: "Search the codebook" }));
  await keyboard.type("loaded");
  await expect(page.getByRole("heading", { name: "Loaded word" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Checkable fact" })).toHaveCount(0);
  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("Delete");
  await keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Codebook" })).toHaveCount(0);
  await expect(ada.article.getByRole("article")).toBeFocused();
});

async function mark(by: Person, article: string, exact: string): Promise<void> {
  const answer = await by.api.post(`/api/articles/${article}/annotations`, {
    data: { kind: "framing", label: "loaded", quote: { exact } },
  });
  expect(answer.status()).toBe(201);
}

/** Walks from the text to the next note, whose card it gives once all of it is there. */
async function focusNext(who: Person): Promise<Locator> {
  await tabTo(who.page, who.article.getByRole("article"));
  await who.page.keyboard.press("n");
  const card = who.margin
    .getByRole("figure")
    .filter({ has: who.page.locator("[aria-current=true]") });
  await expect(card.getByRole("textbox").first()).toBeVisible();
  return card;
}

/** How often Tab is pressed at most: there and once around. */
const PATIENCE = 60;

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < PATIENCE; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}
