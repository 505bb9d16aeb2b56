// What the codebook of a file asks for beyond labels and notes, beside the codebook that there is.

import { askAsFile, type FileAttribute, lacks } from "#domain/scheme/attributes-of-file.ts";
import type { Found } from "./use-found.ts";

/** The names of what the codebook can ask for from now on, or where more can be chosen. */
export function namesToAsk({ annotated, scheme }: Found): readonly string[] {
  return namesOf(annotated.attributes.filter((each) => askAsFile(scheme, [each]) !== scheme));
}

/** The names of what finds no place but behind the notes. */
export function namesBehind({ annotated, scheme }: Found, asks: boolean): readonly string[] {
  const { attributes, details } = annotated;
  const asking = asks ? askAsFile(scheme, attributes) : scheme;
  const known = new Set([
    ...asking.kinds.flatMap((kind) => kind.attributes.map(({ id }) => id)),
    ...attributes.map(({ attribute }) => attribute.id),
  ]);
  const behind = namesOf(attributes.filter((each) => lacks(asking, each)));
  return [...behind, ...details.filter((each) => !known.has(each))];
}

const namesOf = (attributes: readonly FileAttribute[]): string[] => [
  ...new Set(attributes.map(({ attribute }) => attribute.name)),
];
