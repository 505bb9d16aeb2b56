// People talk about what they marked: replies with mentions, votes, and what the scheme asks.

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { addArticle, type Person } from "./support/people.ts";
import { NO_PHONE, PHONE } from "./support/phone.ts";
import { meet, open, reply, TALKED_ABOUT, write } from "./support/talk.ts";
import { test } from "./support/test.ts";

test("a reply mentions somebody, is answered, changed, deleted and brought back", async ({
  ada,
  ben,
}) => {
  await meet(ada, ben);
  const his = await open(ben, "slammed");
  await reply(his).pressSequentially("Who says so, @ad");
  await expect(his.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await ben.page.keyboard.press("Enter");
  await expect(reply(his)).toHaveValue("Who says so, @Ada ");
  const hers = await open(ada, "slammed");
  await expect(hers).toContainText("Ben is replying…");
  await reply(his).press("ControlOrMeta+Enter");
  await expect(hers.getByRole("listitem")).toContainText("Who says so, @Ada");
  await expect(hers).not.toContainText("Ben is replying…");

  await write(reply(hers), "The council.");
  await hers.getByRole("button", { name: "Reply" }).click();
  await expect(his.getByRole("listitem")).toContainText(["@Ada", "The council."]);
  const first = his.getByRole("listitem").first();
  await first.hover();
  await first.getByRole("button", { name: "Edit your reply" }).click();
  await write(his.getByRole("textbox", { name: "Edit your reply" }), "Who?");
  await his.getByRole("button", { name: "Save" }).click();
  await expect(hers.getByRole("listitem").first()).toContainText(/edited\s*Who\?/);

  await first.hover();
  await first.getByRole("button", { name: "Delete your reply" }).click();
  await expect(hers.getByRole("listitem")).toHaveCount(1);
  await ben.page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(hers.getByRole("listitem")).toContainText(["Who?", "The council."]);
  await ben.sees("Saved");
});

test("what is typed stays when another note is opened, and a mention is seen from outside", async ({
  ada,
  ben,
}) => {
  await meet(ada, ben);
  await ada.mark("naive", "f", "2", "Escape");
  const his = await open(ben, "slammed");
  await write(reply(his), "Half a thought");
  await open(ben, "naive");
  await expect(ben.card("slammed").getByRole("textbox")).toHaveCount(0);
  await open(ben, "slammed");
  await expect(reply(his)).toHaveValue("Half a thought");
  await write(reply(his), "@Ada ?");
  await reply(his).press("ControlOrMeta+Enter");
  await expect(ada.card("slammed")).toContainText("1 reply");
  await expect(ada.card("slammed")).toContainText("mentions you");
});

test("votes are counted, tell who, and can be changed and taken back", async ({
  ada,
  ben,
  person,
}) => {
  const cleo = await person("Cleo");
  await meet(ada, ben, cleo);
  const [his, cleos] = [await open(ben, "slammed"), await open(cleo, "slammed")];
  await his.getByRole("button", { name: "Agree", exact: true }).click();
  await cleos.getByRole("button", { name: "Disagree" }).click();
  await expect(ada.card("slammed")).toContainText("1 agrees");
  await expect(ada.card("slammed")).toContainText("1 disagrees");

  const hers = await open(ada, "slammed");
  await hers.getByRole("button", { name: "Disagree 1" }).hover();
  await expect(hers.getByText("Cleo", { exact: true })).toBeVisible();
  await cleos.getByRole("button", { name: "Agree 1", exact: true }).click();
  await expect(
    hers.getByRole("button", { name: "Agree 2", exact: true }),
  ).toHaveAccessibleDescription(/Ben.*Cleo/);
  await his.getByRole("button", { name: "Agree 2", exact: true, pressed: true }).click();
  await expect(hers.getByRole("button", { name: "Agree 1", exact: true })).toBeVisible();
  await ben.page.keyboard.press("ControlOrMeta+z");
  await expect(hers.getByRole("button", { name: "Agree 2", exact: true })).toBeVisible();
});

test("what the scheme asks is filled in, seen by others, and there after a reload", async ({
  ada,
  ben,
}) => {
  const article = await meet(ada, ben);
  await ada.mark("four million", "c", "2");
  const hers = await open(ada, "four million");
  await hers.getByRole("button", { name: "Details" }).click();
  await hers.getByRole("combobox", { name: "Priority" }).selectOption("High");
  await write(hers.getByRole("textbox", { name: "Speaker" }), "The minister");
  await open(ben, "four million");
  await expect(ben.card("four million")).toContainText(/Speaker\s*The minister/);
  await expect(ben.card("four million")).toContainText(/Priority\s*High/);

  await ada.mark("naive", "e", "1");
  const name = await open(ada, "naive");
  const link = name.getByRole("textbox", { name: "Link" });
  await write(link, "javascript:alert(1)");
  await link.blur();
  await expect(name).toContainText("Type the address of a page");
  await write(link, "example.org/naive");
  await link.blur();
  await expect(name.getByRole("link")).toHaveAttribute("href", "https://example.org/naive");

  await ada.sees("Saved");
  await ada.read(article);
  await ada.click("four million");
  await expect(hers.getByRole("textbox", { name: "Speaker" })).toHaveValue("The minister");
  await expect(hers.getByRole("combobox", { name: "Priority" })).toHaveValue("high");
});

test("a whole talk by keyboard alone", async ({ ada, ben }) => {
  const article = await meet(ada);
  await ben.read(article);
  const { keyboard } = ben.page;
  await ben.article.getByRole("article").focus();
  await keyboard.press("n");
  const his = ben.card("slammed");
  await expect(reply(his)).toBeVisible();
  await keyboard.press("Enter");
  await expect(reply(his)).toBeFocused();
  await keyboard.type("Hm @");
  await expect(his.getByRole("listbox")).toBeVisible();
  await keyboard.press("ArrowUp");
  await keyboard.press("ArrowDown");
  await keyboard.type("Ada");
  await keyboard.press("Enter");
  await keyboard.type("why?");
  await keyboard.press("ControlOrMeta+Enter");
  await expect(his.getByRole("listitem")).toContainText("Hm @Ada why?");
  await expect(reply(his)).toBeFocused();
  await keyboard.press("Escape");
  await expect(his.locator("[data-card]")).toBeFocused();
  await keyboard.press("Tab");
  await expect(his.getByRole("button", { name: "Agree", exact: true })).toBeFocused();
  await keyboard.press("ArrowRight");
  await keyboard.press("Space");
  await expect(his.getByRole("button", { name: "Disagree 1", pressed: true })).toBeVisible();
  await keyboard.press("Escape");
  await keyboard.press("r");
  await expect(reply(his)).toBeFocused();
  await expect(ada.card("slammed")).toContainText("1 reply");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`an open thread has no violation in the ${colorScheme}`, async ({ ada, person }) => {
    const ben = await person("Ben", { colorScheme });
    const article = await meet(ada, ben);
    const his = await open(ben, "slammed");
    await his.getByRole("button", { name: "Agree", exact: true }).click();
    await write(reply(his), "One.");
    await reply(his).press("ControlOrMeta+Enter");
    await reply(his).pressSequentially("Two, @");
    await expect(his.getByRole("listbox")).toBeVisible();
    await expectClean(ben);
    await ada.read(article);
    await open(ada, "slammed");
    await expectClean(ada);
  });
}

async function expectClean({ page }: Person): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html) }))).toEqual(
    [],
  );
}

test("on a phone a note is answered in its sheet, with targets for fingers", async ({
  ada,
  person,
  browserName,
}) => {
  test.skip(browserName === "firefox", NO_PHONE);
  const ben = await person("Ben", PHONE);
  const article = await addArticle(ada, "The plan", TALKED_ABOUT);
  await Promise.all([ada.read(article), ben.read(article)]);
  await ada.mark("slammed", "f", "1", "Escape");
  await expect.poll(() => ben.painted("framing-1")).toEqual(["slammed"]);
  await ben.tap("slammed");
  const sheet = ben.page.getByRole("region", { name: "Notes" });
  await sheet.getByRole("textbox", { name: "Reply" }).tap();
  await ben.page.keyboard.type("Yes @Ad");
  await sheet.getByRole("option", { name: "Ada" }).first().tap();
  await sheet.getByRole("button", { name: "Reply" }).tap();
  await expect(sheet.getByRole("listitem")).toContainText("Yes @Ada");
  await sheet.getByRole("button", { name: "Agree", exact: true }).tap();
  await expect(ada.card("slammed")).toContainText("1 agrees");
  for (const button of await sheet.getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(box?.height, await button.innerText()).toBeGreaterThanOrEqual(44);
  }
});
