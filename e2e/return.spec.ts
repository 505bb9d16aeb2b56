// A session ends behind an open article. Who enters again in another tab goes on in the first one.

import { type Browser, expect, type Page } from "@playwright/test";
import { addArticle } from "./support/people.ts";
import { type Server, startServer } from "./support/server.ts";
import { test } from "./support/test.ts";

const EMAIL = "ada@example.org";
const PASSWORD = "correct horse battery";
const ENDED = "Your session has ended.";

test.describe.configure({ mode: "serial" });

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ settings: { POSTIL_SIGN_UP: "open" } });
});
test.afterAll(() => server.remove());

test("what was marked while the session was over is stored once the same person is back", async ({
  browser,
  person,
}) => {
  const [ada, ben] = await Promise.all([
    person("Ada", { baseURL: server.origin }),
    person("Ben", { baseURL: server.origin }),
  ]);
  const account = await ada.api.post("/api/accounts", {
    data: { email: EMAIL, password: PASSWORD },
  });
  expect(account.ok()).toBe(true);
  const article = await addArticle(ada, "The harbour", "Cranes stood still in the harbour.");
  await Promise.all([ada.read(article), ben.read(article)]);
  await ada.mark("Cranes", "c", "Escape");
  await expect.poll(() => ben.painted("claim-1")).toEqual(["Cranes"]);

  await endSessions(browser);
  await expect(ada.page.getByText(ENDED)).toBeVisible();
  await ada.mark("harbour", "c", "Escape");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["Cranes", "harbour"]);

  const tab = await ada.context.newPage();
  await tab.goto("/sign-in");
  await tab.getByRole("textbox", { name: "E-mail address" }).fill(EMAIL);
  await tab.getByLabel("Password").fill(PASSWORD);
  await tab.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(tab.getByText("You are Ada")).toBeVisible();
  await lookAt(ada.page);
  await ada.sees("Saved");
  await expect(ada.page.getByText(ENDED)).toBeHidden();
  await expect.poll(() => ben.painted("claim-1")).toEqual(["Cranes", "harbour"]);
});

test("when somebody else enters in that browser, nothing is stored under their name", async ({
  person,
}) => {
  const ada = await person("Ada", { baseURL: server.origin });
  const article = await addArticle(ada, "The quay", "Nobody came to the quay.");
  await ada.read(article);
  expect((await ada.api.delete("/api/session")).ok()).toBe(true);
  await expect(ada.page.getByText(ENDED)).toBeVisible();
  await ada.mark("quay", "c", "Escape");
  await ada.api.post("/api/guests", { data: { name: "Ben" } });
  const asked = ada.page.waitForResponse("**/api/session");
  await lookAt(ada.page);
  await (await asked).finished();
  await expect(ada.page.getByText(ENDED)).toBeVisible();
  const told = await ada.api.get(`/api/articles/${article}/annotations`);
  expect((await told.json()).annotations).toEqual([]);
});

/** Signs Ada out everywhere, from another browser. */
async function endSessions(browser: Browser): Promise<void> {
  const { request } = await browser.newContext({ baseURL: server.origin });
  await request.post("/api/sign-in", { data: { email: EMAIL, password: PASSWORD } });
  expect((await request.delete("/api/sessions")).ok()).toBe(true);
}

/** Comes back to a tab. All pages of a driven browser believe to have the focus: none is told that it got it. */
async function lookAt(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}
