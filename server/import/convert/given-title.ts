// A title that a document carries beside its text.

import { oneLine } from "./clean-words.ts";

/** Titles that programs write by themselves, and names of files. */
const NOT_A_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|(?:untitled|unbenannt|sans titre|sin título|document|dokument|presentation)\s*\d*|slide \d+|.*\.(?:docx?|odt|rtf|pages|pdf|indd|qxd|tex|dvi|txt|html?|pptx?))$/i;

/** A title as somebody gave it; "" for one that a program made. */
export function givenTitle(written: string): string {
  const title = oneLine(written);
  return NOT_A_TITLE.test(title) || !/\p{L}/u.test(title) ? "" : title;
}
