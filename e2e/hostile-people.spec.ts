// Whoever comes under whatever name: it is words in the lists of who waits, who is here and what was done,
// in what is found, among versions and tokens. The pages' policy is lifted, which would stop what gets through.

import { expect, type Page } from "@playwright/test";
import { ApiPupil, joinByHand } from "./support/class.ts";
import { test } from "./support/codebook.ts";
import { PAYLOADS, packed, watchFor } from "./support/payloads.ts";
import type { Person } from "./support/people.ts";
import type { Server } from "./support/server.ts";

test.skip(({ browserName }) => browserName !== "chromium", "only there a policy can be lifted");

/** As long as a name may be. */
const NAMES = PAYLOADS.map((payload) => payload.slice(0, 40));

async function made({ api }: Person, path: string, data: object): Promise<Record<string, string>> {
  const answer = await api.post(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Record<string, string>;
}

/** A class with a name, links and articles that are payloads. Returns it with an article full of them. */
async function spoilClass(chief: Person): Promise<{ space: string; article: string }> {
  const [name] = packed(60);
  const { id: space = "" } = await made(chief, "/api/spaces", { name, template: "class" });
  const [title, byline, source] = packed(500);
  const text = PAYLOADS.join("\n\n");
  const told = { space, title, byline, source, text };
  const { id: article = "" } = await made(chief, "/api/articles", told);
  const mark = { kind: "claim", start: 0, end: 20 };
  for (const note of packed(1000)) {
    await made(chief, `/api/articles/${article}/annotations`, { ...mark, note });
  }
  for (const role of ["viewer", "editor"]) {
    await made(chief, `/api/spaces/${space}/invites`, { role, days: 1, uses: 5 });
  }
  return { space, article };
}

/** Has somebody come by the code under each name. */
async function comeAll(server: Server, code: string): Promise<void> {
  for (const name of NAMES) await (await ApiPupil.join(server, code, name)).leave();
}

async function admitAll({ api }: Person, space: string): Promise<void> {
  const path = `/api/spaces/${space}/waiting`;
  const { waiting } = (await (await api.get(path)).json()) as { waiting: { id: string }[] };
  expect(waiting).toHaveLength(NAMES.length + 1);
  const [refused, ...admitted] = waiting.map(({ id }) => id);
  const answer = await api.post(path, { data: { admit: admitted, refuse: [refused] } });
  expect(answer.ok()).toBe(true);
}

/** Searches, and waits for what was found. */
async function find(page: Page, words: string): Promise<void> {
  await page.goto("/");
  const field = page.getByRole("searchbox");
  await expect(async () => {
    await field.fill("");
    await field.pressSequentially(words);
    await expect(page.locator("mark").first()).toBeVisible({ timeout: 3000 });
  }).toPass();
}

async function openVersions({ page }: Person): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Text" }).click();
  await page.getByRole("button", { name: "Lock the text" }).click();
  await page.getByRole("button", { name: "Versions…" }).click();
  const dialog = page.getByRole("dialog", { name: "Versions of the text" });
  await dialog.getByLabel("New text").fill([...PAYLOADS].reverse().join("\n\n"));
  await dialog.getByRole("button", { name: "See what changes" }).click();
  await expect(dialog.getByRole("button", { name: "Keep as new version" })).toBeVisible();
}

test("forty names that are scripts come in, and nothing runs wherever they stand", async ({
  chief,
  enter,
  server,
  browser,
}) => {
  test.setTimeout(120_000);
  const { space, article } = await spoilClass(chief);
  const account = { email: "chief@example.org", password: "a long password" };
  await made(chief, "/api/accounts", account);
  for (const name of packed(80)) {
    await made(chief, "/api/tokens", { name: name.slice(0, 80), access: "read", spaces: [space] });
  }
  const { code = "" } = await made(chief, `/api/spaces/${space}/code`, {});
  await comeAll(server, code);

  const context = await browser.newContext({ baseURL: server.origin, bypassCSP: true });
  const waits = await context.newPage();
  const trap = watchFor(waits);
  const name = NAMES[9] ?? "";
  await joinByHand(waits, code, name);
  await expect(waits.getByText(name)).toBeVisible();
  expect(await trap.expectNone(), "who waits").toEqual([]);

  const state = await chief.context.storageState();
  const edwin = await enter("Chief", { bypassCSP: true, storageState: state });
  const { page } = edwin;
  const watch = watchFor(page);
  const look = async (view: string): Promise<void> => {
    expect(await watch.expectNone(), view).toEqual([]);
  };
  await page.goto(`/spaces/${space}/people`);
  for (const each of NAMES) await expect(page.getByText(each).first()).toBeAttached();
  await look("waiting room and links");
  await admitAll(chief, space);
  await expect(waits.getByRole("heading").first()).toBeVisible();
  await page.reload();
  await page.getByText("What was done here").click();
  const done = page.locator("details").filter({ hasText: "What was done here" });
  for (const each of NAMES.slice(1)) await expect(done.getByText(each).first()).toBeVisible();
  for (const each of NAMES.slice(1)) await expect(page.getByText(each).first()).toBeAttached();
  await look("people and what was done");
  await page
    .getByRole("button", { name: `Actions for ${name}` })
    .first()
    .click();
  await look("what can be done to one");
  await page.getByRole("button", { name: "Remove from the space" }).click();
  await expect(page.getByRole("dialog").getByText(name).first()).toBeVisible();
  await look("the question before");
  for (const path of [`/spaces/${space}/wall`, `/spaces/${space}/settings`, `/spaces/${space}`]) {
    await page.goto(path);
    await expect(page.getByText("<script>").first()).toBeAttached();
    await look(path);
  }
  await page.goto("/account");
  await expect(page.getByText("<iframe").first()).toBeVisible();
  await look("sessions and tokens");
  await find(page, "alert");
  await look("what is found");
  await edwin.read(article);
  await openVersions(edwin);
  await look("versions");
  await page.getByRole("button", { name: "Keep as new version" }).click();
  await expect(page.getByText("The text is replaced")).toBeVisible();
  await look("versions after");
  expect(await trap.expectNone(), "who was let in").toEqual([]);
  await context.close();
});
