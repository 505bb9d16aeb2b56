// Where this browser keeps what somebody is adding; who leaves takes it along.

import { keep } from "../ui/browser-memory.ts";
import { letGoOfAll } from "./held-files.ts";

export const KEPT_KEY = "postil.intake";

/** Forgets it, whoever it was. */
export function forgetKept(): void {
  keep(KEPT_KEY, null);
  letGoOfAll();
}
