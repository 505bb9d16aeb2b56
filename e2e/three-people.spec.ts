// Three people mark one article at the same time, and each sees the others.

import { expect } from "@playwright/test";
import { addArticle, type Person, readTogether } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = `The council closed Mill Bridge on Monday after engineers found cracks in two piers.

Furious residents say the mayor ignored warnings for years. The mayor denies that.

Repairs will cost four million, the council expects.`;

test("a claim, a name over it and a framing across paragraphs appear on all three screens with their authors", async ({
  person,
}) => {
  const people = await Promise.all(["Ada", "Ben", "Cleo"].map((name) => person(name)));
  const [ada, ben, cleo] = people as [Person, Person, Person];
  const article = await addArticle(ada, "Bridge closed", TEXT);
  await Promise.all(people.map((each) => each.read(article)));

  await ada.mark(["The council closed", "cracks in two piers"], "c", "1");
  await ben.mark("Mill Bridge", "e", "3");
  await cleo.mark(["in two piers", "Furious residents"], "f", "1");

  for (const each of people) {
    await expect
      .poll(() => each.painted("claim-1"))
      .toEqual([
        "The council closed Mill Bridge on Monday after engineers found cracks in two piers",
      ]);
    await expect.poll(() => each.painted("entity-1")).toEqual(["Mill Bridge"]);
    await expect
      .poll(() => each.painted("framing-1"))
      .toEqual(["in two piers.", "Furious residents"]);
    await expect(each.card("The council closed")).toContainText("Ada");
    await expect(each.card("Mill Bridge")).toContainText(["Ada", "Ben"]);
    await expect(each.card("Furious residents")).toContainText("Cleo");
  }
});

test("what one person marks is on the others' screens within 250 ms", async ({ ada, ben }) => {
  await readTogether([ada, ben], "Bridge closed", TEXT);
  await Promise.all([ada.page.evaluate(noteKeys), ben.page.evaluate(notePaint)]);
  const marked = ["Mill Bridge", "two piers", "residents", "warnings", "four million"];
  for (const words of marked) {
    await ada.mark(words, "c", "1");
    await expect.poll(() => ben.painted("claim-1")).toContain(words);
    const known = marked.indexOf(words) + 1; // the next frame counts what is painted
    await expect.poll(async () => (await momentsOf(ben, "painted")).length).toBe(known);
  }
  const [pressed, painted] = await Promise.all([
    momentsOf(ada, "pressed"),
    momentsOf(ben, "painted"),
  ]);
  expect(pressed).toHaveLength(marked.length);
  // the quickest of them: the others may have waited for a machine that had other things to do
  expect(Math.min(...painted.map((at, index) => at - (pressed[index] ?? 0)))).toBeLessThan(250);
});

/** Runs in the page: keeps when the key that marks a claim is pressed. */
function noteKeys(): void {
  const note = ({ key }: KeyboardEvent): void => {
    const { dataset } = document.documentElement;
    if (key === "c") dataset.pressed = `${dataset.pressed ?? ""} ${Date.now()}`;
  };
  addEventListener("keydown", note, { capture: true });
}

/** Runs in the page: keeps when one more claim is painted. */
function notePaint(): void {
  let known = 0;
  const watch = (): void => {
    const { dataset } = document.documentElement;
    const count = CSS.highlights.get("claim-1")?.size ?? 0;
    if (count > known) dataset.painted = `${dataset.painted ?? ""} ${Date.now()}`;
    known = Math.max(known, count);
    requestAnimationFrame(watch);
  };
  watch();
}

/** What the page kept, in milliseconds since 1970. */
async function momentsOf(who: Person, name: "pressed" | "painted"): Promise<number[]> {
  const kept = await who.page.evaluate((key) => document.documentElement.dataset[key], name);
  return (kept ?? "").trim().split(" ").map(Number);
}

test("nobody can change or delete what another marked", async ({ ada, ben }) => {
  const article = await readTogether([ada, ben], "Bridge closed", TEXT);
  await ada.mark("Furious", "f", "1");
  await ada.sees("Saved");
  await expect(ben.card("Furious")).toBeVisible();

  await ben.click("Furious");
  await ben.page.keyboard.press("Delete");
  await ben.page.keyboard.press("c");
  await expect(ben.card("Furious").getByRole("button", { name: /delete/i })).toHaveCount(0);
  await expect(ben.card("Furious").getByRole("textbox", { name: "Note" })).toHaveCount(0);

  const listed = await ada.api.get(`/api/articles/${article}/annotations?format=json`);
  const { annotations } = (await listed.json()) as { annotations: { id: string; kind: string }[] };
  expect(annotations).toHaveLength(1);
  const path = `/api/articles/${article}/annotations/${annotations[0]?.id}`;
  expect((await ben.api.delete(path)).status()).toBe(403);
  expect((await ben.api.patch(path, { data: { note: "mine now" } })).status()).toBe(403);
  await expect.poll(() => ada.painted("framing-1")).toEqual(["Furious"]);
});
