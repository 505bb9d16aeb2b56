// Whether what a request says of an annotation is in the scheme of its space.

import type { Labelling } from "#domain/annotation/annotation.ts";
import { attributeValue } from "#domain/scheme/attribute.ts";
import { type Kind, kindOf, labelOf, offeredLabels, type Scheme } from "#domain/scheme/scheme.ts";
import { Problem } from "./problem.ts";

/**
 * The labelling, if the scheme has it. A retired label stays with those annotations that have it (as
 * `old` says), and is not given to others. Ends the request with 422 otherwise.
 */
export function checkedLabelling(
  scheme: Scheme,
  { kind, label }: Labelling,
  old: Labelling | null = null,
): Labelling {
  if (label === null || (old?.kind === kind && old.label === label)) return { kind, label };
  const found = labelOf(scheme, kind, label);
  if (found !== null && found.status !== "retired") return { kind, label };
  const known = offeredLabels(kindOf(scheme, kind))
    .map(({ id }) => id)
    .join(", ");
  throw new Problem(
    422,
    found === null
      ? `The kind "${kind}" has no such label. It has ${known}.`
      : `The label "${label}" was retired. The kind "${kind}" has ${known}.`,
  );
}

/** The value of an attribute as it is kept, if the kind has it. Ends the request with 422 otherwise. */
export function checkedValue({ id: kind, attributes }: Kind, name: string, typed: string): string {
  const attribute = attributes.find(({ id }) => id === name);
  const known = attributes.map(({ id }) => id).join(", ");
  if (!attribute)
    throw new Problem(422, `The kind "${kind}" has no such attribute. It has ${known}.`);
  const value = attributeValue(attribute, typed);
  if (value !== null) return value;
  const choices = attribute.values.map(({ id }) => id).join(", ");
  throw new Problem(
    422,
    attribute.input === "link"
      ? `"${name}" holds the address of a page: http or https.`
      : `"${name}" holds one of ${choices}.`,
  );
}
