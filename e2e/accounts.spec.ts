// A newsroom with accounts: its owner, somebody who signs in at the newsroom, and a guest who stays.

import { type Browser, expect, type Page } from "@playwright/test";
import { startProvider } from "./support/open-id-provider.ts";
import { expectOpenToAll } from "./support/open-to-all.ts";
import { addArticle, Person } from "./support/people.ts";
import { freePort, type Server, startServer } from "./support/server.ts";
import { test } from "./support/test.ts";

const PASSWORD = "correct horse battery";

test.describe.configure({ mode: "serial" });

let server: Server;
let baseURL: string;
let stopProvider = (): void => {};
test.beforeAll(async () => {
  const port = await freePort();
  baseURL = `http://127.0.0.1:${port}`;
  const provider = await startProvider(baseURL);
  stopProvider = provider.stop;
  server = await startServer({
    port,
    settings: { ...provider.settings, POSTIL_SIGN_UP: "open" },
  });
});
test.afterAll(async () => {
  stopProvider();
  await server.remove();
});

test("the owner makes the first account by the link on the console, and comes back to it anywhere", async ({
  browser,
}) => {
  const page = await newPage(browser);
  await page.goto(`/owner#${server.ownerToken}`);
  await expect(page).toHaveTitle("Become the owner · Postil");
  await expectOpenToAll(page, "the owner's page", "pointer");
  await page.getByRole("textbox", { name: "Your name" }).fill("Olive");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("olive@example.org");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Become the owner" }).click();
  await expect(page).toHaveURL(/\/owner/); // the browser asks for a longer one
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Become the owner" }).click();
  await expect(page.getByText("You are Olive")).toBeVisible();

  await page.getByRole("link", { name: "Account", exact: true }).click();
  await expect(page.getByRole("heading", { name: "A way back for others" })).toBeVisible();
  await page.getByRole("textbox", { name: "What is it for?" }).fill("weekly export");
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = await page.getByText(/^postil_/).innerText();
  await expect(page.getByText("Since").filter({ hasText: "never used" })).toBeVisible();
  await expect(page).toHaveTitle("Account · Postil");
  await expectOpenToAll(page, "an account", "pointer");
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${baseURL}/api/articles`, { headers })).status).toBe(200);
  await page.getByRole("button", { name: "Revoke weekly export" }).click();
  expect((await fetch(`${baseURL}/api/articles`, { headers })).status).toBe(200);
  await page.getByRole("dialog").getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.getByText("never used")).toBeHidden();
  expect((await fetch(`${baseURL}/api/articles`, { headers })).status).toBe(401);
  const elsewhere = await newPage(browser);
  await signIn(elsewhere, "olive@example.org", "not the password");
  await expect(elsewhere.getByText("E-mail address or password is not right.")).toBeVisible();
  await signIn(elsewhere, "Olive@Example.org", PASSWORD);
  await expect(elsewhere.getByText("You are Olive")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("link", { name: "I have an account" })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole("button", { name: "Open the sample article" })).toBeVisible();
});

test("a reporter signs in at the newsroom, and lands on the article that was asked for", async ({
  browser,
  person,
}) => {
  const ada = await person("Ada", { baseURL });
  const article = await addArticle(ada, "The plan", "Critics slammed the plan.");
  const page = await newPage(browser);
  await page.goto(`/articles/${article}`);
  await page.getByRole("link", { name: "I have an account" }).click();
  await page.getByRole("button", { name: "Sign in with The Newsroom" }).click();
  await page.getByPlaceholder("Enter any login").fill("nora");
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("article")).toContainText("Critics slammed the plan.");
  await page.goto("/");
  await expect(page.getByText("You are nora of the Newsroom")).toBeVisible();
});

test("a guest makes an account, and the marks are theirs in another browser", async ({
  browser,
  person,
}) => {
  const gus = await person("Gus", { baseURL });
  const article = await addArticle(gus, "The plan", "Critics slammed the plan.");
  await gus.read(article);
  await gus.mark("slammed", "f", "1");
  await gus.sees("Saved");

  await gus.page.goto("/");
  await gus.page.getByRole("link", { name: "Keep your work: make an account" }).click();
  await expect(gus.page.getByRole("textbox", { name: "Your name" })).toHaveValue("Gus");
  await expect(gus.page).toHaveTitle("Account · Postil");
  await expectOpenToAll(gus.page, "making an account", "pointer");
  await gus.page.getByRole("textbox", { name: "E-mail address" }).fill("gus@example.org");
  await gus.page.getByLabel("Password").fill(PASSWORD);
  await gus.page.getByRole("button", { name: "Make an account" }).click();
  await expect(gus.page.getByText("gus@example.org")).toBeVisible();

  const page = await newPage(browser);
  await page.goto(`/articles/${article}`);
  await page.getByRole("link", { name: "I have an account" }).click();
  await expect(page).toHaveTitle("Sign in · Postil");
  await expectOpenToAll(page, "signing in", "pointer");
  await fillIn(page, "gus@example.org", PASSWORD);
  await expect(page.getByRole("article")).toContainText("Critics slammed the plan.");
  const again = new Person({ name: "Gus", id: gus.id, context: page.context(), page });
  await again.read(article);
  await expect.poll(() => again.painted("framing-1")).toEqual(["slammed"]);
  await again.click("slammed");
  await page.keyboard.press("Delete");
  await expect.poll(() => again.painted("framing-1")).toEqual([]);
  await expect
    .poll(async () => {
      const answer = await again.api.get(`/api/articles/${article}/annotations?format=json`);
      return ((await answer.json()) as { annotations: unknown[] }).annotations;
    })
    .toEqual([]);
});

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  return await context.newPage();
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await fillIn(page, email, password);
}

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
