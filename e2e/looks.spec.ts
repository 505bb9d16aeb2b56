// What the colours of marks tell, hiding all of them, the strip beside the scrollbar, and paper.

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { addArticle, type Person } from "./support/people.ts";
import { OWNER_STATE } from "./support/shared-server.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan. The minister called the critics naive.";

/** Whatever React and the rest of the page need, but the script that paints first. */
const LATER_SCRIPTS = /\/_next\/static\/.*\.js/;

type Mark = { kind: string; label?: string; exact: string; note?: string };

/** Marks a passage through the API and tells where the annotation can be reached. */
async function mark(by: Person, article: string, { exact, ...rest }: Mark): Promise<string> {
  const path = `/api/articles/${article}/annotations`;
  const answer = await by.api.post(path, { data: { ...rest, quote: { exact } } });
  expect(answer.status()).toBe(201);
  return `${path}/${by.id}/${((await answer.json()) as { id: string }).id}`;
}

async function colourBy(who: Person, look: string): Promise<void> {
  await who.page.getByRole("button", { name: "View", exact: true }).click();
  await choose(who, look);
  await who.page.keyboard.press("Escape");
}

/** Clicks on the word; the radio button itself is only there for keys and readers. */
async function choose(who: Person, look: string): Promise<void> {
  const radio = who.page.getByRole("radio", { name: look, exact: true });
  await radio.locator("..").click();
  await expect(radio).toBeChecked();
}

/** Ada and Ben have marked the same claim, Ben a framing in it as well. */
async function markedByTwo(person: (name: string) => Promise<Person>) {
  const [ada, ben] = await Promise.all([person("Ada"), person("Ben")]);
  const article = await addArticle(ada, "The plan", TEXT);
  const claim = { kind: "claim", label: "fact", exact: "Critics slammed the plan" };
  await mark(ada, article, claim);
  await mark(ben, article, { ...claim, note: "Which plan?" });
  await mark(ben, article, { kind: "framing", exact: "slammed" });
  return { ada, ben, article };
}

test("colours tell the label, the person or how many marked the words, and stay chosen", async ({
  person,
}) => {
  const { ada, article } = await markedByTwo(person);
  await ada.read(article);
  await expect.poll(() => ada.painted("claim-2")).toEqual(["Critics slammed the plan"]);

  await colourBy(ada, "Label");
  await expect.poll(() => ada.painted("claim-label-0-1")).toEqual(["Critics slammed the plan"]);
  await expect.poll(() => ada.painted("framing-label-none-2")).toEqual(["slammed"]);
  expect(await ada.painted("claim-1")).toEqual([]);

  await colourBy(ada, "Person");
  const lanes = async () => {
    const painted = await ada.page.evaluate(() =>
      [...CSS.highlights].flatMap(([name, ranges]) => (ranges.size > 0 ? [name] : [])),
    );
    return painted.filter((name) => name.startsWith("claim-person-"));
  };
  await expect.poll(async () => (await lanes()).length).toBe(2);

  await colourBy(ada, "Heat");
  await expect.poll(() => ada.painted("heat-2")).toEqual(["Critics slammed the plan"]);

  await ada.page.reload();
  await expect.poll(() => ada.painted("heat-2")).toEqual(["Critics slammed the plan"]);
  await ada.page.getByRole("button", { name: "View", exact: true }).click();
  await expect(ada.page.getByRole("radio", { name: "Heat", exact: true })).toBeChecked();
  await ada.page.getByRole("checkbox", { name: "2 people" }).uncheck();
  await expect.poll(() => ada.painted("heat-2")).toEqual([]);
});

test("by status, a mark is open until somebody disagrees, and resolved once it is settled", async ({
  person,
}) => {
  const [owner, ada, ben] = await Promise.all([
    person("Olive Owner", { storageState: OWNER_STATE }),
    person("Ada"),
    person("Ben"),
  ]);
  const article = await addArticle(ada, "The plan", TEXT);
  const path = await mark(ada, article, { kind: "framing", exact: "slammed" });
  await ada.read(article);
  await colourBy(ada, "Status");
  await expect.poll(() => ada.painted("open-1")).toEqual(["slammed"]);

  await ben.api.put(`${path}/vote`, { data: { vote: "disagree" } });
  await expect.poll(() => ada.painted("contested-1")).toEqual(["slammed"]);
  expect(await ada.painted("open-1")).toEqual([]);

  await owner.api.put(`${path}/resolution`);
  await expect.poll(() => ada.painted("resolved-1")).toEqual(["slammed"]);
  await ada.page.getByRole("button", { name: "View", exact: true }).click();
  await ada.page.getByRole("checkbox", { name: "Resolved" }).uncheck();
  await expect.poll(() => ada.painted("resolved-1")).toEqual([]);
  await expect(ada.margin.getByRole("listitem")).toHaveCount(0);
});

test("before the scripts are there, nothing is painted in colours that were not chosen", async ({
  person,
}) => {
  const { ada, ben, article } = await markedByTwo(person);
  await ada.read(article);
  await colourBy(ada, "Label");
  for (const who of [ada, ben]) {
    await who.page.route(LATER_SCRIPTS, (route) => route.abort());
    await who.page.goto(`/articles/${article}`);
  }
  await expect.poll(() => ben.painted("framing-1")).toEqual(["slammed"]);
  const loaded = () => document.fonts.ready.then(() => document.readyState);
  expect(await ada.page.evaluate(loaded)).toBe("complete");
  expect(await ada.painted("framing-1")).toEqual([]);
});

test("one key hides all marks over reloads, what is marked then is shown, and a button brings all back", async ({
  person,
}) => {
  const { ada, ben, article } = await markedByTwo(person);
  await Promise.all([ada.read(article), ben.read(article)]);
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);

  await ada.click("naive"); // the focus is in the article, on no mark
  await ada.page.keyboard.press("h");
  await expect.poll(() => ada.painted("framing-1")).toEqual([]);
  await expect(ada.margin).toContainText("Marks are hidden");
  await expect(ada.margin.getByRole("listitem")).toHaveCount(0);
  await expect(ada.page.locator("[data-overview]")).toHaveCount(0);
  expect(await ben.painted("framing-1")).toEqual(["slammed"]);

  await ada.page.reload();
  await ada.sees("Saved");
  await expect(ada.margin).toContainText("Marks are hidden");
  expect(await ada.painted("framing-1")).toEqual([]);

  await ada.mark("minister", "e");
  await expect.poll(() => ada.painted("entity-1")).toEqual(["minister"]);
  await expect(ada.card("minister")).toBeVisible();
  expect(await ada.painted("framing-1")).toEqual([]);

  await ada.page.getByRole("button", { name: "Show marks" }).click();
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
  await expect.poll(() => ada.painted("entity-1")).toEqual(["minister"]);
});

test("on a phone, hidden marks leave a sign that brings them back", async ({ person }) => {
  const ada = await person("Ada", { viewport: { width: 390, height: 844 }, hasTouch: true });
  const article = await addArticle(ada, "The plan", TEXT);
  await mark(ada, article, { kind: "framing", exact: "slammed" });
  await ada.read(article);
  await expect(ada.page.locator("[data-overview]")).toHaveCount(0);
  await ada.page.getByRole("button", { name: "View", exact: true }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Hide marks" }).click();
  await ada.page.keyboard.press("Escape");
  await expect.poll(() => ada.painted("framing-1")).toEqual([]);
  await ada.page.getByRole("button", { name: /marks are hidden/i }).click();
  await expect.poll(() => ada.painted("framing-1")).toEqual(["slammed"]);
});

test("the strip shows where marks are, leads to them, and follows the filter", async ({
  person,
}) => {
  const ada = await person("Ada");
  const filler = Array.from({ length: 40 }, () => "Much was said in between. ".repeat(12));
  const article = await addArticle(
    ada,
    "The plan",
    ["First words.", ...filler, "Last words."].join("\n\n"),
  );
  await mark(ada, article, { kind: "claim", exact: "First words" });
  await mark(ada, article, { kind: "framing", exact: "Last words" });
  await ada.read(article);
  const strip = ada.page.locator("[data-overview]");
  await expect.poll(() => drawn(ada)).toEqual({ start: true, end: true });

  const box = await strip.boundingBox();
  if (!box) throw new Error("the strip is not on screen");
  await ada.page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.8);
  await expect.poll(() => ada.painted("selected")).toEqual(["Last words"]);
  await expect(ada.card("Last words")).toBeInViewport();

  await ada.page.getByRole("button", { name: "View", exact: true }).click();
  await ada.page.getByRole("checkbox", { name: "Claim" }).uncheck();
  await expect.poll(() => drawn(ada)).toEqual({ start: false, end: true });
});

/** Whether anything is drawn in the first and in the last lane of the strip. */
function drawn(who: Person): Promise<{ start: boolean; end: boolean }> {
  return who.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("[data-overview] canvas");
    const pen = canvas?.getContext("2d");
    const isDrawn = (from: number, until: number): boolean => {
      if (!canvas || !pen || canvas.width === 0) return false;
      const [left, width] = [canvas.width * from, canvas.width * (until - from)];
      const { data } = pen.getImageData(left, 0, width, canvas.height);
      return data.some((value, index) => index % 4 === 3 && value > 0);
    };
    return { start: isDrawn(0, 0.2), end: isDrawn(0.8, 1) };
  });
}

test("on paper the marks are elements with numbers, and the notes stand below by number", async ({
  person,
  browserName,
}) => {
  const { ada, article } = await markedByTwo(person);
  await mark(ada, article, { kind: "entity", label: "person", exact: "minister" });
  await ada.read(article);
  const paper = ada.page.locator(".paper");
  await ada.page.getByRole("button", { name: "View", exact: true }).click();
  await ada.page.getByRole("checkbox", { name: "Name" }).uncheck();
  const fetched = ada.page.waitForFunction(() => "printed" in document.documentElement.dataset);
  await ada.page.evaluate(() => {
    // the dialog of the browser itself cannot be driven
    window.print = () => {
      document.documentElement.dataset.printed = "";
    };
  });
  await ada.page.getByRole("button", { name: "Print or save as PDF" }).click();
  await fetched;
  await ada.page.emulateMedia({ media: "print" });
  await ada.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));

  await expect(paper.locator("article")).toHaveText(
    "Critics slammed2 the plan1. The minister called the critics naive.",
  );
  await expect(paper.locator("mark", { hasText: /^slammed2$/ })).toHaveAttribute(
    "data-kind",
    "framing",
  );
  const notes = paper.locator("li");
  await expect(notes).toHaveText([
    /Critics slammed the plan.*Checkable fact.*Ada and Ben.*Ben: Which plan\?/s,
    /slammed.*Framing.*Ben/s,
  ]);
  await expect(paper).toContainText("3 of 4 notes");
  // Firefox cannot be told to draw as on paper
  if (browserName === "chromium") {
    await expect(ada.page.getByText("Saved", { exact: true })).toBeHidden();
  }

  await ada.page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await ada.page.emulateMedia({ media: "screen" });
  await expect(paper).toHaveCount(0);
  await ada.sees("Saved");
});

test("where the system sets the colours, marks are told by their lines", async ({
  person,
  browserName,
}) => {
  test.skip(browserName === "firefox", "Firefox tells no styles of highlights");
  const ada = await person("Ada", { forcedColors: "active" });
  const article = await addArticle(ada, "The plan", TEXT);
  await mark(ada, article, { kind: "framing", exact: "slammed" });
  await ada.read(article);
  for (const [look, name] of [
    ["Kind", "framing-1"],
    ["Label", "framing-label-none-1"],
  ] as const) {
    await colourBy(ada, look);
    await expect.poll(() => ada.painted(name)).toEqual(["slammed"]);
    const style = await ada.page.evaluate((highlight) => {
      const text = document.querySelector("[data-article] p");
      if (!text) throw new Error("no article on this page");
      const { backgroundColor, textDecorationStyle, textDecorationColor } = getComputedStyle(
        text,
        `::highlight(${highlight})`,
      );
      const isInk = textDecorationColor === getComputedStyle(text).color;
      return { backgroundColor, textDecorationStyle, isInk };
    }, name);
    expect(style).toEqual({
      backgroundColor: "rgba(0, 0, 0, 0)",
      textDecorationStyle: "wavy",
      isInk: true,
    });
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the colour key has no violation, ${colorScheme} @one-engine`, async ({ person }) => {
    const ada = await person("Ada", { colorScheme });
    const article = await addArticle(ada, "The plan", TEXT);
    await mark(ada, article, { kind: "claim", label: "fact", exact: "Critics slammed the plan" });
    await ada.read(article);
    await ada.page.getByRole("button", { name: "View", exact: true }).click();
    for (const look of ["Kind", "Label", "Person", "Status", "Heat"]) {
      await choose(ada, look);
      const { violations } = await new AxeBuilder({ page: ada.page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
}
