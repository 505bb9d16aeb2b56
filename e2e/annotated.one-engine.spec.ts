// What other tools have annotated comes in: an exported project of three people, with a layer for each.

import { expect, type Page } from "@playwright/test";
import { expectOpenToAll } from "./support/open-to-all.ts";
import { addArticle } from "./support/people.ts";
import { test } from "./support/test.ts";

const TEXT = "The mill closed in May. Ada Moss said that nobody had asked the town.";

test("a project of three annotators is matched with the codebook, and read in three layers", async ({
  owner,
  ada,
  ben,
  person,
}) => {
  const cem = await person("Cem");
  const article = await addArticle(owner, "The mill", TEXT);
  for (const [who, exact, kind, label] of [
    [ada, "The mill closed", "claim", "fact"],
    [ben, "nobody had asked", "framing", null],
    [cem, "Ada Moss", "entity", "person"],
  ] as const) {
    const data = { kind, label, quote: { exact }, note: `says ${who.name}` };
    await who.api.post(`/api/articles/${article}/annotations`, { data });
  }
  const path = `/api/articles/${article}/annotations?format=webanno-tsv&names=shown`;
  const project = await (await owner.api.get(path)).body();

  const { page } = owner;
  const sent: string[] = [];
  page.on("request", (request) => sent.push(new URL(request.url()).pathname));
  await page.goto("/articles/new");
  await expect(page.getByRole("button", { name: "Fetch" })).toBeVisible();
  await drop(page, "The mill.zip", project);
  await expect(page.getByText("3 notes of 3 people on one article.")).toBeVisible();
  for (const name of ["Ada", "Ben", "Cem"]) {
    await expect(page.getByLabel(`Notes of ${name}`)).toHaveValue("own");
  }
  await expect(page.getByLabel("“fact” becomes")).toHaveValue("is claim fact");
  await expect(page.getByLabel("“person” becomes")).toHaveValue("is entity person");
  await page.getByLabel("“framing” becomes").selectOption({ label: "New: framing (“Claim”)" });
  await page.getByLabel("goes to").selectOption({ label: "A new article" });
  // who walks away finds it as it was
  await page.getByRole("link", { name: "Library" }).click();
  await page.getByRole("link", { name: "Add an article" }).click();
  const offer = page.getByRole("region", { name: "Not added yet" });
  await expect(offer).toContainText("The mill.zip");
  await offer.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByLabel("“framing” becomes")).toHaveValue("new claim");
  await expect(page.getByLabel("goes to")).toHaveValue("new");
  // what else happens on the page does not begin it all anew
  await page.evaluate(() =>
    document.body.dispatchEvent(new DragEvent("dragover", { bubbles: true })),
  );
  await expectOpenToAll(page, "annotated", "pointer");
  await page.getByRole("button", { name: "Add", exact: true }).click();

  await expect(owner.article.getByText("The mill closed")).toBeVisible();
  expect(sent.filter((path) => path === "/api/annotated-imports")).toHaveLength(2);
  for (const name of ["Ada", "Ben", "Cem"]) {
    const card = owner.card(`says ${name}`);
    await expect(card.getByText(name, { exact: true })).toBeVisible();
    await expect(card.getByText("from a file")).toBeVisible();
  }
  await expect(owner.card("says Ben")).toContainText("framing");
  await page.getByRole("button", { name: "View" }).click();
  await expect(page.getByRole("checkbox", { name: "Ben from a file" })).toBeVisible();
});

/** Lets go of a file over the page. */
async function drop(page: Page, name: string, content: Uint8Array): Promise<void> {
  await page.evaluate(
    ([called, bytes]) => {
      const held = new DataTransfer();
      held.items.add(new File([new Uint8Array(bytes)], called));
      const event = { dataTransfer: held, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent("dragover", event));
      document.body.dispatchEvent(new DragEvent("drop", event));
    },
    [name, [...content]] as const,
  );
}
