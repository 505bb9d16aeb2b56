// The order in which annotations are read.

import type { TextRange } from "./article-text.ts";

/** Something with an id that stands somewhere in the text, or nowhere. */
type Standing = { readonly annotation: { readonly id: string }; readonly range: TextRange | null };

/** Compares by id. */
export const byId = (a: Standing, b: Standing): number =>
  a.annotation.id < b.annotation.id ? -1 : Number(a.annotation.id > b.annotation.id);

/** How many UTF-16 code units a passage has; 0 without one. */
export const lengthOf = ({ range }: Standing): number => (range ? range.end - range.start : 0);

/** Compares by start, then the longer first, then by id. */
export const inReadingOrder = (a: Standing, b: Standing): number =>
  (a.range?.start ?? 0) - (b.range?.start ?? 0) || lengthOf(b) - lengthOf(a) || byId(a, b);
