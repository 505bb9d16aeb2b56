// Whether a page, in the state it is in, shuts anybody out: by its names and colours, by lines that
// have to be pushed sideways, by buttons that cannot be hit.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** How large a target has to be at least, in CSS pixels. */
const LEAST = { pointer: 24, finger: 44 } as const;

/** Looks at the page in light and in dark. `by`: what presses its buttons. */
export async function expectOpenToAll(
  page: Page,
  state: string,
  by: keyof typeof LEAST,
): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const inLight = await new AxeBuilder({ page }).analyze();
  const cut = await page.evaluate(pushedSideways);
  const small = await page.evaluate(smallTargets, LEAST[by]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const inDark = await new AxeBuilder({ page }).withRules("color-contrast").analyze();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const found = [...inLight.violations, ...inDark.violations].map(({ id, nodes }) => ({
    id,
    html: nodes.map(({ html }) => html),
  }));
  expect.soft({ found, cut, small }, state).toEqual({ found: [], cut: [], small: [] });
}

/** Runs in the page: what is wider than its place. A table and the tools for editing are pushed by themselves. */
function pushedSideways(): string[] {
  const boxes = [document.documentElement, ...document.querySelectorAll<HTMLElement>("body *")];
  const isWide = (box: HTMLElement): boolean => {
    if (box.scrollWidth <= box.clientWidth + 1) return false;
    if (box === document.documentElement) return true;
    if (box.matches(".article-table, .article-tools, [role=tablist]")) return false;
    return /auto|scroll/.test(getComputedStyle(box).overflowX);
  };
  return boxes.filter(isWide).map((box) => `${box.tagName} ${box.className}`);
}

/** Runs in the page: what can be pressed and is smaller than `least`. Links in lines of text may be as high as these. */
function smallTargets(least: number): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary, [role=tab], [role=option]",
  );
  const isShown = (target: HTMLElement): boolean =>
    target.checkVisibility({ visibilityProperty: true }) &&
    getComputedStyle(target).display !== "inline" &&
    target.getBoundingClientRect().width > 1;
  const boxOf = (target: HTMLElement): DOMRect => {
    const covers = getComputedStyle(target, "::after").position === "absolute";
    const around = target.closest("label") ?? (covers ? target.offsetParent : null) ?? target;
    return around.getBoundingClientRect();
  };
  return [...all].filter(isShown).flatMap((target) => {
    const { width, height } = boxOf(target);
    // half a pixel is lost where a box is laid out between two of them
    if (Math.min(width, height) > least - 0.5) return [];
    const name = target.ariaLabel ?? target.textContent;
    return [`${Math.round(width)} × ${Math.round(height)}: ${target.tagName} ${name}`];
  });
}
