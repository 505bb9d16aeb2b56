// The label that a digit means.

import type { Labelling } from "#domain/annotation/annotation.ts";
import { type KindId, kindOf, offeredLabels, type Scheme } from "#domain/scheme/scheme.ts";

/** Null when the kind offers no label with this digit. */
export function labelWithDigit(scheme: Scheme, kind: KindId, digit: string): Labelling | null {
  const label = offeredLabels(kindOf(scheme, kind)).find(({ key }) => key === digit);
  return label ? { kind, label: label.id } : null;
}
