// The files of messages in components/words, and the types of the English ones.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** Where the messages stand: one folder for each language, one file for each area. */
export const WORDS = join(root, "components/words");

/**
 * Writes `x.d.json.ts` beside each English `x.json`. TypeScript reads JSON as plain strings; with
 * these types a missing key or argument is an error.
 */
export function writeMessageTypes(folder = WORDS) {
  for (const area of areasOf(folder, "en")) {
    const messages = JSON.stringify(readMessages(folder, "en", area), null, 2);
    const file = join(folder, "en", `${area}.d.json.ts`);
    const types = `declare const messages: ${messages};\nexport default messages;\n`;
    if (!existsSync(file) || readFileSync(file, "utf8") !== types) writeFileSync(file, types);
  }
}

/** Where the messages of an area stand, or would stand, in a language. */
export const fileOf = (folder, language, area) => join(folder, language, `${area}.json`);

/** The areas in which a language says something. */
export function areasOf(folder, language) {
  return readdirSync(join(folder, language))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length));
}

/** The messages of an area by key; none where the file is missing. */
export function readMessages(folder, language, area) {
  const file = fileOf(folder, language, area);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}
