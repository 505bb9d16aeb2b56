// Articles come in: from the web, from files, from a clipboard.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import { drop } from "./support/bring.ts";
import { rewrite } from "./support/codebook.ts";
import { savedBy } from "./support/saved-file.ts";
import { startServer } from "./support/server.ts";
import { test } from "./support/test.ts";
import { zipOf } from "./support/zip.ts";

const HARBOUR = `<!doctype html><html lang="en"><head><title>The harbour opens again | Wave</title>
<meta name="author" content="Ada Moss"><meta property="article:published_time" content="2026-03-04"></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><main><article>
<h1>The harbour opens again</h1>
<p>After nine years of work the old harbour has opened again, and half of the town came to see it.</p>
<img src="/boat.png" alt="A boat"><p>The mayor said that nobody had believed in it <b>but the fishers</b>, who paid the first stone.</p>
<p>Subscribe to our letter and never miss a harbour again, wherever you are and whatever you do.</p>
</article></main></body></html>`;

test("an address is fetched, trimmed, added, marked and taken along as a text of Word", async ({
  person,
}) => {
  let waiting = 0;
  const site = createServer(({ url }, response) => {
    if (url === "/harbour") response.setHeader("content-type", "text/html").end(HARBOUR);
    else {
      waiting++;
      response.on("close", () => waiting--);
    }
  }).listen(0, "127.0.0.1");
  const server = await startServer({ program: "server/main-of-sites.test-kit.ts" });
  const ada = await person("Ada", { baseURL: server.origin });
  const { page } = ada;
  await page.goto("/");
  await page.getByRole("link", { name: "Add an article" }).click();
  const address = page.getByRole("textbox", { name: "Address of a page" });
  // what cannot be had is told, and what was typed stays to be put right
  await rewrite(address, "http://nowhere.example/");
  await address.press("Enter");
  await expect(page.getByRole("alert").getByText("There is no site at this address")).toBeVisible();
  await expect(address).toBeFocused();
  const { port } = site.address() as AddressInfo;
  // who does not want to wait ends the fetching
  await rewrite(address, `http://site.example:${port}/silent`);
  await address.press("Enter");
  await expect.poll(() => waiting).toBe(1);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(address).toBeFocused();
  await expect.poll(() => waiting, { timeout: 3000 }).toBe(0);
  await rewrite(address, `http://site.example:${port}/harbour`);
  await address.press("Enter");
  await expect(page.getByLabel("Title")).toHaveValue("The harbour opens again");
  await expect(page.getByLabel("Author")).toHaveValue("Ada Moss");
  await expect(page.getByText("4 March 2026")).toBeVisible();
  await expect(page.getByText("1 picture was left behind.")).toBeVisible();
  const letter = page.getByRole("checkbox", { name: "Keep: Subscribe to our letter" });
  await letter.locator("..").click(); // the words, in the middle of what can be pressed
  await expect(letter).not.toBeChecked();
  await letter.press("ControlOrMeta+z");
  await expect(letter).toBeChecked();
  await letter.press("Space");
  await expect(page.getByText("1 of 4 parts left out")).toBeVisible();
  await rewrite(page.getByLabel("Title"), "A harbour opens");
  await page.getByRole("button", { name: "Add article" }).click();
  await expect(ada.article.getByRole("heading", { name: "A harbour opens" })).toBeVisible();
  await expect(ada.article.getByRole("paragraph")).toHaveCount(2);
  await ada.sees("Saved");
  await ada.mark("nine years", "c", "1");
  await expect.poll(() => ada.painted("claim-1")).toEqual(["nine years"]);
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("button", { name: "Download", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Download" });
  await expect(dialog.getByText("1 note goes into the file.")).toBeVisible();
  const { name, text } = await savedBy(page, () =>
    dialog.getByRole("button", { name: "Download", exact: true }).click(),
  );
  expect([name, text.slice(0, 2)]).toEqual(["A harbour opens.docx", "PK"]);
  await server.remove();
  site.close();
});

test("files are dropped: each is looked over, and what cannot be read says so", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/articles/new");
  await expect(page.getByRole("button", { name: "Fetch" })).toBeVisible();
  await drop(page, [
    ["Ebb and flow.docx", wordText("Ebb and flow", "The tide comes in twice a day.")],
    ["gulls.md", Buffer.from("# Gulls\n\nGulls **eat** everything.")],
    ["photo.png", Buffer.from("\u0089PNG\r\n\u001a\n", "latin1")],
  ]);
  const refusal = page.getByText("and this is none of them. Paste the text instead");
  // each file is read by a process of its own, and the last may not be done last
  await expect(refusal).toBeVisible({ timeout: 30_000 });
  const add = page.getByRole("button", { name: "Add 2 articles" });
  await expect(add).toBeEnabled({ timeout: 30_000 });
  const tide = page.getByRole("group").filter({ hasText: "Ebb and flow" });
  await tide.getByText("Ebb and flow").first().click();
  await expect(tide.getByRole("checkbox", { name: "Keep: The tide comes in" })).toBeVisible();
  await drop(page, [["terns.md", Buffer.from("# Terns\n\nTerns dive.")]]);
  const rid = page.getByRole("button", { name: "Remove Terns" });
  await rid.press("Enter");
  await expect(rid).toBeHidden();
  await expect(page.getByRole("form", { name: "What came" })).toBeFocused();
  await page.getByRole("region", { name: "Undo" }).getByRole("button").click();
  await rid.press("Enter");
  await expect(rid).toBeHidden();
  await add.click();
  await expect(page).toHaveURL(/\/spaces\//);
  await expect(page.getByRole("link", { name: /Ebb and flow/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /Gulls/ }).first()).toBeVisible();
});

test("what is copied from a page keeps its headings, lists and links when it is pasted", async ({
  ada,
}) => {
  const { page } = ada;
  await page.goto("/articles/new");
  await page.evaluate(() => {
    const bees = document.body.appendChild(document.createElement("div"));
    bees.innerHTML =
      '<h2>Bees</h2><ul><li>They <b>dance</b></li></ul><p><a href="https://bees.example/">More</a> of it</p>';
    getSelection()?.selectAllChildren(bees);
  });
  await page.keyboard.press("ControlOrMeta+c");
  await page.getByRole("textbox", { name: "Text" }).click();
  await page.keyboard.press("ControlOrMeta+v");
  const preview = page.getByRole("region", { name: "The text as it will be" });
  await expect(preview.getByRole("heading", { name: "Bees" })).toBeVisible();
  await expect(preview.getByRole("listitem")).toHaveText("They dance");
  await rewrite(page.getByLabel("Title"), "Honey bees");
  // nothing of it is lost when the page is left
  await page.getByRole("link", { name: "Library" }).click();
  await page.getByRole("link", { name: "Add an article" }).click();
  const offer = page.getByRole("region", { name: "Not added yet" });
  await expect(offer).toContainText("Honey bees");
  await page.reload();
  await offer.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await offer.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("Honey bees");
  await page.getByLabel("Read as").selectOption("Plain text");
  await expect(preview.getByRole("listitem")).toHaveCount(0);
  await page.getByLabel("Read as").selectOption("Formatted text");
  await expect(preview.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByLabel("Title")).toHaveValue("Honey bees");
  await page.getByLabel("Language").selectOption({ label: "English" });
  await page.getByRole("checkbox", { name: "Keep: They dance" }).press("Space");
  // who comes back to the page after hours finds it as it was
  await page.route("**/api/articles", (route) =>
    route.fulfill({ status: 404, json: { detail: "It is gone.", code: "import-gone" } }),
  );
  await page.getByRole("button", { name: "Add article" }).click();
  await expect(preview).toBeHidden();
  await page.unroute("**/api/articles");
  await expect(page.getByText("1 of 3 parts left out")).toBeVisible();
  await page.route("**/api/articles", (route) => route.abort());
  await page.getByRole("button", { name: "Add article" }).click();
  await expect(page.getByText("Postil could not be reached.")).toBeInViewport();
  await page.unroute("**/api/articles");
  await page.getByRole("button", { name: "Add article" }).click();
  await expect(ada.article.getByRole("heading")).toHaveText("Honey bees");
  await expect(ada.article.getByRole("link", { name: "More" })).toBeVisible();
});

/** A text of Word with these paragraphs. */
function wordText(...lines: readonly string[]): Uint8Array {
  const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const pack = "http://schemas.openxmlformats.org/package/2006";
  const of = "application/vnd.openxmlformats-";
  const line = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  return zipOf({
    "[Content_Types].xml": `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="${of}package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${of}officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${word}"><w:body>${lines.map(line).join("")}</w:body></w:document>`,
  });
}
