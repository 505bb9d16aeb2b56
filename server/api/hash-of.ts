// The fingerprint of a text, by which anybody can check that it is the one that was locked.

import { createHash } from "node:crypto";

/** SHA-256 of the text as UTF-8, in hexadecimal. */
export const hashOf = (text: string): string =>
  createHash("sha256").update(text, "utf8").digest("hex");
