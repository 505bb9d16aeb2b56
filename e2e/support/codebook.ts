// Playwright's test with a Postil of its own, whose codebook its owner may change.

import { type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import type { Person } from "./people.ts";
import { type Server, startServer } from "./server.ts";
import { test as base } from "./test.ts";

type Desk = {
  /** What happens to its codebook happens to nobody else. */
  readonly server: Server;
  readonly enter: (name: string, options?: BrowserContextOptions) => Promise<Person>;
  /** The owner. */
  readonly chief: Person;
  /** The id of the space that there is. */
  readonly space: string;
};

export const test = base.extend<Desk>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.remove();
  },
  enter: async ({ person, server }, use) => {
    await use((name, options) => person(name, { baseURL: server.origin, ...options }));
  },
  chief: async ({ enter, server }, use) => {
    const chief = await enter("Chief");
    await own(chief, server);
    await use(chief);
  },
  space: async ({ chief }, use) => {
    const { spaces } = (await (await chief.api.get("/api/spaces")).json()) as {
      spaces: { id: string }[];
    };
    await use(spaces[0]?.id ?? "");
  },
});

/** Makes somebody the owner of the server. */
export async function own(who: Person, server: Server): Promise<void> {
  const answer = await who.api.post("/api/owner", { data: { token: server.ownerToken } });
  expect(answer.ok()).toBe(true);
}

/** Opens the editor of the codebook. */
export async function edit(who: Person, space: string): Promise<void> {
  await who.page.goto(`/spaces/${space}/codebook`);
  await expect(who.page.getByRole("tab", { name: "Claim" })).toBeVisible();
}

/** The scheme of the space as the server has it. */
export async function schemeOf(who: Person, space: string): Promise<SchemeOutline> {
  const answer = await who.api.get(`/api/spaces/${space}/scheme`);
  return ((await answer.json()) as { scheme: SchemeOutline }).scheme;
}

type SchemeOutline = {
  readonly kinds: readonly {
    readonly name: string;
    readonly labels: readonly { readonly id: string; readonly name: string }[];
  }[];
};

/** Saves, and waits until it is. */
export async function save({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved. Everybody")).toBeVisible();
}

/** The line of a closed label in the editor. */
export const labelLine = (page: Page, name: string): Locator =>
  page.getByRole("tabpanel").getByRole("button", { name, expanded: false });

/** The fields of the label that is open in the editor. */
export const openLabel = (page: Page): Locator =>
  page
    .getByRole("tabpanel")
    .getByRole("listitem")
    .filter({ has: page.getByLabel("Definition") });

/**
 * Types in the place of what a field holds: Firefox does not always notice what is only filled in, and
 * selects nothing in a window that is not in front.
 */
export async function rewrite(field: Locator, words: string): Promise<void> {
  await field.page().bringToFront();
  await field.press("ControlOrMeta+a");
  await field.pressSequentially(words);
  await expect(field).toHaveValue(words);
}

/** The codebook beside an article, or as its sheet. */
export const codebookOf = ({ page }: Person): Locator =>
  page.getByRole("region", { name: "Codebook" });

/** Opens it by its button. */
export async function openCodebook(who: Person): Promise<void> {
  await who.page.getByRole("button", { name: "Codebook", exact: true }).click();
  await expect(codebookOf(who)).toBeVisible();
}
