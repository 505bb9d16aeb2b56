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
  await ben.page.evaluate(() => {
    const watch = (): void => {
      if ([...(CSS.highlights.get("claim-1") ?? [])].length > 0) {
        document.documentElement.dataset.seen = String(Date.now());
      } else requestAnimationFrame(watch);
    };
    watch();
  });
  await ada.select("four million");
  await ada.page.evaluate(() =>
    addEventListener(
      "keydown",
      () => {
        document.documentElement.dataset.pressed = String(Date.now());
      },
      { capture: true, once: true },
    ),
  );
  await ada.page.keyboard.press("c");
  await expect(ben.page.locator("html[data-seen]")).toBeAttached();
  const [pressed, seen] = await Promise.all([
    ada.page.evaluate(() => Number(document.documentElement.dataset.pressed)),
    ben.page.evaluate(() => Number(document.documentElement.dataset.seen)),
  ]);
  expect(seen - pressed).toBeLessThan(250);
});

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
