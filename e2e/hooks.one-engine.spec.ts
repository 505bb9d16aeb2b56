// An owner has another program told of what happens in a space.

import { expect } from "@playwright/test";
import { makeSpace } from "./support/class.ts";
import { test } from "./support/codebook.ts";

/** No name can have a part so long, which is known without asking anybody. */
const NOBODYS = `https://${"a".repeat(64)}.example/in`;

test("a webhook is added, tried out, given another secret, switched off, removed and brought back", async ({
  chief,
}) => {
  const { page } = chief;
  await page.goto("/");
  const space = await makeSpace(page, "Desk of hooks");
  await page.goto(`/spaces/${space}/settings`);
  const hooks = page.getByRole("region", { name: "Webhooks" });
  await hooks.getByRole("button", { name: "Add a webhook" }).click();
  const address = hooks.getByRole("textbox", { name: "Address" });
  await expect(address).toBeFocused();
  await address.fill("https://127.0.0.1/in");
  await address.press("Enter");
  await expect(hooks.getByRole("alert")).toContainText("of the public web");
  await address.fill(NOBODYS);
  await hooks.getByRole("checkbox", { name: "Replies" }).uncheck();
  await address.press("Enter");
  const secret = hooks.getByRole("textbox", { name: "Secret of the new webhook" });
  await expect(secret).toHaveValue(/^whsec_/);
  await expect(hooks.getByRole("checkbox", { name: "Replies" })).not.toBeChecked();
  await hooks.getByRole("button", { name: "Send a test" }).click();
  await expect(hooks.getByText("The test did not arrive: there is no such name")).toBeVisible();
  await hooks.getByText("What was sent last").click();
  await expect(hooks.getByText("Not delivered")).toBeVisible();
  await hooks.getByText("New secret", { exact: true }).click();
  await hooks.getByRole("button", { name: "Make a new secret" }).press("Enter");
  const renewed = hooks.getByRole("textbox", { name: "New secret of the webhook" });
  await expect(renewed).toHaveValue(/^whsec_/);
  expect(await renewed.inputValue()).not.toBe(await secret.inputValue());
  await expect(hooks.getByText("also signed with the secret of before")).toBeVisible();
  await hooks.getByRole("button", { name: "Switch off" }).click();
  await expect(hooks.getByText("Off since")).toBeVisible();
  await hooks.getByRole("button", { name: "Remove" }).click();
  await expect(hooks.getByRole("button", { name: "Undo" })).toBeFocused();
  await hooks.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(hooks.getByText("Off since")).toBeVisible();
  await page.reload();
  await expect(hooks.getByText("Off since")).toBeVisible();
  await expect(secret).toHaveCount(0);
});
