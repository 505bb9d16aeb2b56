// A newsroom invites by e-mail: who opens the letter makes an account, is in, and makes it safe.

import { type Browser, expect, type Page } from "@playwright/test";
import { type MailServer, startMailServer } from "./support/mail-server.ts";
import { expectOpenToAll } from "./support/open-to-all.ts";
import { freePort, type Server, startServer } from "./support/server.ts";
import { test } from "./support/test.ts";

const PASSWORD = "correct horse battery";

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

test("an editor invites by e-mail, a writer comes in by the letter, with a name and a password", async ({
  browser,
}) => {
  const [olive, nora] = [await newPage(browser), await newPage(browser)];
  const address = `nora-${Date.now()}@example.org`;
  await olive.goto("/sign-in");
  await olive.getByRole("textbox", { name: "E-mail address" }).fill("olive@example.org");
  await olive.getByLabel("Password").fill(PASSWORD);
  await olive.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(olive.getByText("You are olive")).toBeVisible();
  await olive.goto("/spaces/new");
  await olive.getByRole("textbox", { name: "Name" }).fill("Weekend edition");
  await olive.getByRole("radio", { name: /A newsroom/ }).check();
  await olive.getByRole("button", { name: "Make the space" }).click();
  await olive.getByRole("link", { name: "People" }).click();

  const addresses = olive.getByRole("textbox", { name: "E-mail addresses" });
  await addresses.fill("Nora Nora");
  await olive.getByRole("button", { name: "Invite" }).click();
  await expect(olive.getByText("No e-mail address: Nora, Nora")).toBeVisible();
  await addresses.fill(`Nora <${address}>`);
  await olive.getByRole("button", { name: "Invite" }).click();
  await expect(olive.getByText("1 letter is on its way.")).toBeVisible();
  await expect(
    olive.getByRole("button", { name: `Revoke the invitation of ${address}` }),
  ).toBeVisible();
  await expectOpenToAll(olive, "inviting", "pointer");

  await nora.goto(await mail.linkTo(address));
  await expect(nora).toHaveTitle("You are invited · Postil");
  await expectOpenToAll(nora, "being invited", "pointer");
  await nora.getByRole("textbox", { name: "Your name" }).fill("Nora");
  await nora.getByRole("textbox", { name: "E-mail address" }).fill(address);
  await nora.getByLabel("Password").fill(PASSWORD);
  await nora.getByRole("button", { name: "Make an account" }).click();
  await expect(nora).toHaveURL(/\/spaces\//);
  await expect(nora.getByText("Weekend edition").first()).toBeVisible();
  await olive.reload();
  await expect(olive.getByText("Nora", { exact: true })).toBeVisible();
  await expect(olive.getByText(address)).toBeHidden();
});

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  return await context.newPage();
}
