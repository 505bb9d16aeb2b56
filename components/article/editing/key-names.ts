// Keys as they are named on the keyboard in front of this person.

import type { Words } from "../../words/words.ts";

const MAC: Readonly<Record<string, string>> = { Mod: "⌘", Alt: "⌥", Shift: "⇧", Enter: "↩" };

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys such as `Mod+Alt+1`, to be shown: "Ctrl+Alt+1", or "⌘⌥1" on a Mac. */
export function shownKeys(words: Words<"article">, keys: string): string {
  const parts = keys.split("+");
  if (isMac()) return parts.map((key) => MAC[key] ?? key).join("");
  return parts.map((key) => nameOf(words, key)).join("+");
}

/** The same for `aria-keyshortcuts`. */
export const spokenKeys = (keys: string): string =>
  keys.replace("Mod", isMac() ? "Meta" : "Control");

function nameOf(words: Words<"article">, key: string): string {
  switch (key) {
    case "Mod":
      return words("key-mod");
    case "Alt":
      return words("key-alt");
    case "Shift":
      return words("key-shift");
    case "Enter":
      return words("key-enter");
    default:
      return key;
  }
}
