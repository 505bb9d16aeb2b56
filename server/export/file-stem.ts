// What files are called that people take along.

import { RESERVED } from "../formats/annotator-file.ts";

/** The longest name, in UTF-8 bytes: with an ending, file systems take 255. */
const LONGEST = 120;

/** What no file system takes, what hides or turns letters, and what a name may not begin or end with. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;

/** A title as the name of a file without an ending, safe on every system; `otherwise` where nothing is left of it. */
export function fileStem(title: string, otherwise: string): string {
  const clean = title
    .toWellFormed()
    .normalize("NFC")
    .replace(FORBIDDEN, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.~-]+|[\s.]+$/gu, "");
  const stem = shortened(clean).trim();
  return stem === "" || RESERVED.test(stem) ? otherwise : stem;
}

/** As many whole characters, as a reader sees them, as there is room for. */
function shortened(name: string): string {
  let short = "";
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (Buffer.byteLength(short + segment) > LONGEST) break;
    short += segment;
  }
  return short;
}

/** Names that stand beside each other in one folder: one that was given before gets a number. */
export class Stems {
  readonly #taken = new Set<string>();

  take(stem: string): string {
    let free = stem;
    for (let count = 2; this.#taken.has(free.toLowerCase()); count++) free = `${stem} (${count})`;
    this.#taken.add(free.toLowerCase());
    return free;
  }
}
