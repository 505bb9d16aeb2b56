// What the name of a file says of its content.

import { oneLine } from "./clean-words.ts";

/** A name without folders and without what tells the program: "bridge report" of "bridge_report.docx". */
export function nameOf(name: string): string {
  const base = name.replace(/^.*[\\/]/, "").replace(/\.[a-z0-9]{1,10}$/i, "");
  return oneLine(base.replaceAll("_", " "));
}
