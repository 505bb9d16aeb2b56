// What may be written into an attribute of an annotation.

import { webAddress } from "../article/link.ts";
import type { Attribute } from "./scheme.ts";

/**
 * What is kept of what was chosen or typed; "" for nothing. Null when the attribute cannot hold it: a
 * choice that the scheme has not, or a link that leads nowhere.
 */
export function attributeValue({ input, values }: Attribute, typed: string): string | null {
  const words = typed.trim();
  if (words === "" || input === "text") return words;
  if (input === "link") return webAddress(words);
  return values.some(({ id }) => id === words) ? words : null;
}

/** How a value is shown; null for one that the scheme no longer has, or that is no link. */
export function shownValue({ input, values }: Attribute, value: string): string | null {
  if (input === "text") return value;
  if (input === "link") return webAddress(value);
  return values.find(({ id }) => id === value)?.name ?? null;
}
