// Playwright's test, with people in it: each enters with a browser of their own, which closes afterwards.

import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
} from "@playwright/test";
import { Person } from "./people.ts";
import { OWNER_STATE } from "./shared-server.ts";

type Fixtures = {
  /** Lets somebody enter with this name. */
  readonly person: (name: string, options?: BrowserContextOptions) => Promise<Person>;
  /** The owner of the shared server, who may edit. */
  readonly owner: Person;
  readonly ada: Person;
  readonly ben: Person;
};

export const test = base.extend<Fixtures>({
  person: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const unsaid: string[] = [];
    const refused: string[] = [];
    await use(async (name, options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      context.on("console", (line) => {
        if (line.text().includes("MISSING_MESSAGE")) unsaid.push(line.text());
        if (line.text().startsWith(REFUSED)) refused.push(line.text());
      });
      await context.addInitScript(tellRefusals, REFUSED);
      const answer = await context.request.post("/api/guests", { data: { name } });
      const { user } = (await answer.json()) as { user: { id: string } };
      return new Person({ name, id: user.id, context, page: await context.newPage() });
    });
    // the picture that Playwright takes of a page that closes brings a style of its own
    const refusedInUse = [...refused];
    await Promise.all(contexts.map((context) => context.close()));
    expect(unsaid, "every page has the words for what it says").toEqual([]);
    expect(refusedInUse, "no page does what its Content-Security-Policy refuses").toEqual([]);
  },
  owner: async ({ person }, use) => use(await person("Olive Owner", { storageState: OWNER_STATE })),
  ada: async ({ person }, use) => use(await person("Ada")),
  ben: async ({ person }, use) => use(await person("Ben")),
});

const REFUSED = "Refused by the policy:";

/** Runs in the page. */
function tellRefusals(heading: string): void {
  document.addEventListener("securitypolicyviolation", (told) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber } = told;
    // what Playwright itself puts into a page of Firefox; ours cannot use eval
    if (/ > eval$/.test(decodeURIComponent(sourceFile))) return;
    const where = `${sourceFile}:${lineNumber}:${columnNumber}`;
    // biome-ignore lint/suspicious/noConsole: the test listens there
    console.error(heading, effectiveDirective, blockedURI, where, location.pathname);
  });
}
