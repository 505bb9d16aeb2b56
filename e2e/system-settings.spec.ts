// What a person has set in their system is heeded: colours of its own, and no motion.

import { expect, type Locator } from "@playwright/test";
import { addArticle } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "Critics slammed the plan.";

test("in the system’s own colours the caret, the grips, the focus and what is chosen can be seen", async ({
  person,
  browserName,
}) => {
  test.skip(browserName === "firefox", "Firefox cannot be told to draw in colours of the system");
  const ada = await person("Ada", { forcedColors: "active" });
  const { page } = ada;
  await ada.read(await addArticle(ada, "The plan", TEXT));
  const strong = await page.evaluate(() => {
    const probe = document.createElement("i");
    probe.style.cssText = "color: Highlight; forced-color-adjust: none";
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  const text = ada.article.getByRole("article");
  await text.focus();
  await page.keyboard.press("Control+ArrowRight");
  await expect(page.locator(".article-caret")).toBeVisible();
  await expectColour(page.locator(".article-caret"), "background-color", strong);
  await expectColour(text, "outline-color", strong);
  await ada.mark("slammed", "f", "1");
  const grips = page.locator(".article-edge");
  await expect(grips).toHaveCount(2);
  for (const grip of await grips.all()) await expectColour(grip, "background-color", strong);
  await expectColour(page.locator("[data-overview] div div").last(), "background-color", strong);
  await page.getByRole("button", { name: "View", exact: true }).click();
  const chosen = page.locator("label").filter({ has: page.getByRole("radio", { name: "Kind" }) });
  await expectColour(chosen, "background-color", strong);
});

const expectColour = (element: Locator, property: string, colour: string): Promise<void> =>
  expect(element).toHaveCSS(property, colour);

test("where motion is not wanted, a note far away is there at once", async ({
  person,
  browserName,
}) => {
  test.skip(browserName === "firefox", "Firefox cannot be told to keep still");
  const ada = await person("Ada", { reducedMotion: "reduce" });
  const article = await addArticle(ada, "The plan", `${"Words.\n\n".repeat(80)}${TEXT}`);
  const answer = await ada.api.post(`/api/articles/${article}/annotations`, {
    data: { kind: "framing", quote: { exact: "slammed" } },
  });
  expect(answer.status()).toBe(201);
  await ada.read(article);
  await ada.article.getByRole("article").focus();
  const scrolled = await ada.page.evaluate(() => {
    const key = { key: "n", code: "KeyN", bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
    return window.scrollY;
  });
  expect(scrolled).toBeGreaterThan(1000);
  const longest = await ada.page.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map((each) => Number(each.effect?.getTiming().duration)),
    ),
  );
  expect(longest).toBeLessThan(1);
});
