// A class whose names are hidden from each other: its teacher knows who is who, and what an archive means is said.

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Person } from "./support/people.ts";
import { test } from "./support/test.ts";

/** A class of the owner with this pupil in it, whose names are hidden and notes apart. */
async function classOf(owner: Person, pupil: Person): Promise<string> {
  const made = await owner.api.post("/api/spaces", { data: { name: "8b", template: "class" } });
  const { id } = (await made.json()) as { id: string };
  const space = `/api/spaces/${id}`;
  await owner.api.patch(space, { data: { namesShown: false, visibility: "own" } });
  const data = { role: "annotator", days: 1, uses: 1 };
  const { token } = await (await owner.api.post(`${space}/invites`, { data })).json();
  expect((await pupil.api.post("/api/joins", { data: { token } })).ok()).toBe(true);
  return id;
}

test("the teacher looks up who is who, and prints that alone; the pupil finds no such list", async ({
  owner,
  ada,
  browserName,
}) => {
  const id = await classOf(owner, ada);
  const { page } = owner;
  await page.goto(`/spaces/${id}/people`);
  const table = page.getByRole("table", { name: "8b" });
  await expect(async () => {
    await page.getByText("Who is who").click();
    await expect(table).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(table.getByRole("row")).toHaveCount(2);
  await expect(table.getByRole("row").last()).toHaveText(/^\p{Lu}\p{L}+ \p{Lu}\p{L}+ \d+Ada$/u);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // Firefox cannot be told to draw as on paper
  if (browserName === "chromium") {
    await page.emulateMedia({ media: "print" });
    await expect(table).toBeVisible();
    await expect(page.getByRole("heading", { name: "People", exact: true })).toBeHidden();
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  }

  await ada.page.goto(`/spaces/${id}/people`);
  await expect(ada.page.getByRole("heading", { name: "People", exact: true })).toBeVisible();
  await expect(ada.page.getByText("Who is who")).toHaveCount(0);
});

test("an archive says that nobody writes, and to those who see their own that it is so", async ({
  owner,
  ada,
}) => {
  const id = await classOf(owner, ada);
  const made = await owner.api.post("/api/articles", {
    data: { space: id, title: "The plan", text: "Critics slammed the plan." },
  });
  const { id: article } = (await made.json()) as { id: string };
  await owner.api.patch(`/api/spaces/${id}`, { data: { archived: true } });
  for (const address of [`/spaces/${id}`, `/articles/${article}`]) {
    await ada.page.goto(address);
    await expect(
      ada.page.getByText(/archived: nobody can write\. .* your own notes/i),
    ).toBeVisible();
    expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([]);
    await owner.page.goto(address);
    await expect(
      owner.page.getByText(/everybody can read (it|this), nobody can write/),
    ).toBeVisible();
  }
  await expect(owner.page.getByText("are shown for now")).toHaveCount(0);
});
