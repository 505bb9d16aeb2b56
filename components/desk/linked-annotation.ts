// The address of one annotation: the article's, with the annotation behind the #, which no server sees.

import { readRef } from "#domain/annotation/annotation-ref.ts";

const NAME = "annotation";

/** The address of an annotation of the article at this address. */
export function linkTo(
  { origin, pathname }: Pick<URL, "origin" | "pathname">,
  ref: string,
): string {
  return `${origin}${pathname}#${NAME}=${ref}`;
}

/** The annotation that the part of an address from # on leads to; null when to none. */
export function linkedIn(hash: string): string | null {
  const ref = new URLSearchParams(hash.replace(/^#/, "")).get(NAME);
  return ref !== null && readRef(ref) !== null ? ref : null;
}
