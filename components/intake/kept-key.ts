// Where this browser keeps what somebody is adding; who leaves takes it along.

import { keep } from "../ui/browser-memory.ts";

export const KEPT_KEY = "postil.intake";

/** Forgets it, whoever it was. */
export const forgetKept = (): void => keep(KEPT_KEY, null);
