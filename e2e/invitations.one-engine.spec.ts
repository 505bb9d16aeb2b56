// A newsroom invites by e-mail, and shows a code: who opens the letter, or types the code, is in. An account
// is made safe, and moved to another address.

import { type Browser, expect, type Page } from "@playwright/test";
import { type MailServer, startMailServer } from "./support/mail-server.ts";
import { expectOpenToAll } from "./support/open-to-all.ts";
import { freePort, type Server, startServer } from "./support/server.ts";
import { test } from "./support/test.ts";

const PASSWORD = "correct horse battery";

test.describe.configure({ mode: "serial" });

let server: Server;
let mail: MailServer;
let baseURL: string;
test.beforeAll(async () => {
  const port = await freePort();
  baseURL = `http://127.0.0.1:${port}`;
  mail = await startMailServer();
  const owner = { POSTIL_OWNER_EMAIL: "olive@example.org", POSTIL_OWNER_PASSWORD: PASSWORD };
  server = await startServer({ port, settings: { ...mail.settings, ...owner } });
});
test.afterAll(async () => {
  mail.stop();
  await server.remove();
});

test("an editor invites by e-mail; a writer makes an account by the letter, and comes into the next space with it", async ({
  browser,
}) => {
  const [olive, nora] = [await newPage(browser), await newPage(browser)];
  const address = `nora-${Date.now()}@example.org`;
  await olive.goto("/sign-in");
  await signIn(olive, "olive@example.org");
  await expect(olive.getByText("You are olive")).toBeVisible();
  await openSpace(olive, "Weekend edition");
  const addresses = olive.getByRole("textbox", { name: "E-mail addresses" });
  await addresses.fill("Nora Nora");
  await olive.getByRole("button", { name: "Invite" }).click();
  await expect(olive.getByText("No e-mail address: Nora, Nora")).toBeVisible();
  await invite(olive, `Nora <${address}>`);
  const revoke = olive.getByRole("button", { name: `Revoke the invitation of ${address}` });
  await expect(revoke).toBeVisible();
  await invite(olive, "ben@refused.example");
  await expect(olive.getByText("The letter could not be sent.")).toHaveCount(1);
  await expectOpenToAll(olive, "inviting", "pointer");

  await nora.goto(await mail.linkTo(address));
  await expect(nora).toHaveTitle("You are invited · Postil");
  await expectOpenToAll(nora, "being invited", "pointer");
  await nora.getByRole("textbox", { name: "Your name" }).fill("Nora");
  await nora.getByRole("textbox", { name: "E-mail address" }).fill(address);
  await nora.getByLabel("Password").fill(PASSWORD);
  await nora.getByRole("button", { name: "Make an account" }).click();
  await expect(nora).toHaveURL(/\/spaces\//);
  await expect(nora).toHaveTitle(/Weekend edition/);
  await olive.reload();
  await expect(olive.getByText("Nora", { exact: true })).toBeVisible();
  await expect(revoke).toBeHidden();

  await openSpace(olive, "Election desk");
  await invite(olive, address);
  const elsewhere = await newPage(browser);
  await elsewhere.goto(await mail.linkTo(address));
  await elsewhere.getByRole("button", { name: "I have an account" }).click();
  await signIn(elsewhere, address);
  await expect(elsewhere.getByText(`You are signed in with ${address}.`)).toBeVisible();
  await expectOpenToAll(elsewhere, "coming in by an invitation", "pointer");
  await elsewhere.getByRole("button", { name: "Come in" }).click();
  await expect(elsewhere).toHaveTitle(/Election desk/);
});

test("whoever has a link into a newsroom and no account makes one by it, once", async ({
  browser,
}) => {
  const [olive, eddie, late] = [
    await newPage(browser),
    await newPage(browser),
    await newPage(browser),
  ];
  await olive.goto("/sign-in");
  await signIn(olive, "olive@example.org");
  await expect(olive.getByText("You are olive")).toBeVisible();
  await openSpace(olive, "Late edition");
  await olive.getByRole("button", { name: "Make a link" }).click();
  const link = await olive.getByRole("textbox", { name: "Copy this link now" }).inputValue();
  await eddie.goto(link);
  await expect(eddie.getByText("This space is for people with an account.")).toBeVisible();
  await expectOpenToAll(eddie, "coming by a link that wants an account", "pointer");
  await eddie.getByRole("textbox", { name: "Your name" }).fill("Eddie");
  await eddie
    .getByRole("textbox", { name: "E-mail address" })
    .fill(`eddie-${Date.now()}@example.org`);
  await eddie.getByLabel("Password").fill(PASSWORD);
  await eddie.getByRole("button", { name: "Make an account" }).click();
  await expect(eddie).toHaveTitle(/Late edition/);
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "This link leads nowhere" })).toBeVisible();
  await expect(late.getByText("Ask whoever sent it for a new one.")).toBeVisible();
});

test("who types the code of a newsroom makes an account at the door, or signs in there, and types nothing twice", async ({
  browser,
}) => {
  const [olive, nils, elsewhere] = await Promise.all([1, 2, 3].map(() => newPage(browser)));
  if (!olive || !nils || !elsewhere) throw new Error("a page is missing");
  const address = `nils-${Date.now()}@example.org`;
  await olive.goto("/sign-in");
  await signIn(olive, "olive@example.org");
  await expect(olive.getByText("You are olive")).toBeVisible();
  await openSpace(olive, "Early edition");
  await olive.getByRole("button", { name: "Open a code" }).click();
  const code = await olive.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText();

  await nils.goto("/join");
  await nils.getByRole("textbox", { name: "Code" }).fill(code);
  await nils.getByRole("textbox", { name: "Your name here" }).fill("Nils");
  await nils.getByRole("button", { name: "Come in" }).click();
  await expect(nils.getByRole("textbox", { name: "Your name" })).toHaveValue("Nils");
  await expectOpenToAll(nils, "a code that wants an account", "pointer");
  await nils.getByRole("textbox", { name: "E-mail address" }).fill(address);
  await nils.getByRole("button", { name: "I have an account" }).click();
  await expect(nils.getByRole("textbox", { name: "E-mail address" })).toHaveValue(address);
  await nils.getByRole("button", { name: "I have no account yet" }).click();
  await nils.getByLabel("Password").fill(PASSWORD);
  await nils.getByRole("button", { name: "Make an account" }).click();
  await expect(nils).toHaveTitle(/Early edition/);

  await elsewhere.goto(`/join#${code}`);
  await elsewhere.getByRole("button", { name: "Come in" }).click();
  await elsewhere.getByRole("button", { name: "I have an account" }).click();
  await olive.getByRole("button", { name: "Close the code" }).click();
  await expect(olive.getByText("nobody comes in by it")).toBeVisible();
  await signIn(elsewhere, address);
  await expect(elsewhere.getByText("No class or team has this code now.")).toBeVisible();
  await expect(elsewhere.getByText("You come in as Nils.")).toBeVisible();
  await olive.getByRole("button", { name: "Open a code" }).click();
  const next = await olive.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText();
  await elsewhere.getByRole("textbox", { name: "Code" }).fill(next);
  await elsewhere.getByRole("button", { name: "Come in" }).click();
  await expect(elsewhere).toHaveTitle(/Early edition/);
});

test("an owner sets up an app by its square, and takes another address by a letter", async ({
  browser,
}) => {
  const olive = await newPage(browser);
  await olive.goto("/sign-in");
  await signIn(olive, "olive@example.org");
  await expect(olive.getByText("You are olive")).toBeVisible();
  await olive.goto("/account");
  const app = olive.getByRole("region", { name: "Code from an app" });
  await app.getByLabel("Password").fill(PASSWORD);
  await app.getByRole("button", { name: "Set up an app" }).click();
  await expect(app.getByRole("img", { name: "Square code for your app" })).toBeVisible();
  await expectOpenToAll(olive, "setting up an app", "pointer");

  const next = `olive-${Date.now()}@example.org`;
  const email = olive.getByRole("region", { name: "E-mail address" });
  await email.getByRole("textbox", { name: "New e-mail address" }).fill(next);
  await email.getByLabel("Current password").fill(PASSWORD);
  await email.getByRole("button", { name: "Change the address" }).click();
  await expect(email.getByText("a letter is on its way to it")).toBeVisible();
  const letter = await olive.context().newPage();
  await letter.goto(await mail.linkTo(next));
  await expect(letter).toHaveTitle("New e-mail address · Postil");
  await expectOpenToAll(letter, "using another address", "pointer");
  await letter.getByRole("button", { name: "Use this address" }).click();
  await letter.getByRole("link", { name: "Account" }).click();
  await expect(letter.getByText(next)).toBeVisible();
  const name = olive.getByRole("region", { name: "Your name" });
  await name.getByRole("textbox", { name: "Your name" }).fill("Olive Oyl");
  await name.getByRole("button", { name: "Change the name" }).click();
  await expect(name.getByText("This is your name now.")).toBeVisible();
  await expect(name.getByRole("textbox", { name: "Your name" })).toHaveValue("Olive Oyl");
  // the next time this is played, the address of before is theirs again
  await email.getByRole("textbox", { name: "New e-mail address" }).fill("olive@example.org");
  await email.getByLabel("Current password").fill(PASSWORD);
  await email.getByRole("button", { name: "Change the address" }).click();
  const another = await olive.context().newPage();
  await another.goto(await mail.linkTo("olive@example.org"));
  await another.getByRole("button", { name: "Use this address" }).click();
  await expect(another.getByText("The address is changed.")).toBeVisible();
});

async function openSpace(page: Page, name: string): Promise<void> {
  await page.goto("/spaces/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("radio", { name: /A newsroom/ }).check();
  await page.getByRole("button", { name: "Make the space" }).click();
  await page.getByRole("link", { name: "People", exact: true }).click();
}

async function invite(page: Page, addresses: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail addresses" }).fill(addresses);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("1 letter is on its way.")).toBeVisible();
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(address);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  return await context.newPage();
}
