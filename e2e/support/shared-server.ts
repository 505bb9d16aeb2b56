// Where the shared server is, and where its owner's cookies lie.

import { fileURLToPath } from "node:url";

/** The port of the shared server, chosen by playwright.config.ts. */
export const SERVER_PORT = Number(process.env.POSTIL_E2E_PORT);

/** A storage state of Playwright: open a context with it to be the owner. */
export const OWNER_STATE = fileURLToPath(new URL("../results/owner.json", import.meta.url));
