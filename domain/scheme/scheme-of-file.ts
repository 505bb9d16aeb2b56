// Labels of a file that was annotated elsewhere, as labels of a scheme: those that it has, and new ones.

import type { Labelling } from "../annotation/annotation.ts";
import { type KindId, kindOf, type Label, type Scheme } from "./scheme.ts";
import { addLabel, hidden, type LabelTexts } from "./scheme-changes.ts";

/** What a label of a file becomes: one that the scheme has (`label` null: just the kind), or a new one of this name. */
export type FileLabel = Labelling | NewLabel;

/** With what its codebook says of it, where the file tells. */
type NewLabel = Named & Partial<Omit<LabelTexts, "name" | "glyph">>;

/** The scheme with all that is new in it, and for each wanted label what it is now, in the same order; null where there is no room, or no such label. */
export type AdaptedScheme = {
  readonly scheme: Scheme;
  readonly labellings: readonly (Labelling | null)[];
};

/**
 * Adds the new labels to a scheme; one whose name is there already (whatever its case) is taken for that.
 * With `replaces`, labels that no wanted one became are hidden first, so that the new ones find room.
 */
export function adaptScheme(
  scheme: Scheme,
  wanted: readonly FileLabel[],
  { replaces }: { readonly replaces: boolean },
): AdaptedScheme {
  let adapted = replaces ? withoutOthers(scheme, wanted) : scheme;
  const labellings = wanted.map((each) => {
    if (!("name" in each)) return isKnown(adapted, each) ? each : null;
    adapted = labelNamed(adapted, each) ? adapted : addLabel(adapted, each.kind, each);
    const label = labelNamed(adapted, each);
    return label && { kind: each.kind, label: label.id };
  });
  return { scheme: adapted, labellings };
}

type Named = { readonly kind: KindId; readonly name: string };

/** The label of this name that may still be given; null when there is none. */
function labelNamed(scheme: Scheme, { kind, name }: Named): Label | null {
  const plain = plainName(name);
  const living = kindOf(scheme, kind).labels.filter(({ status }) => status !== "retired");
  return living.find((label) => plainName(label.name) === plain) ?? null;
}

/** By what names are compared. */
export const plainName = (name: string): string => name.normalize("NFC").trim().toLowerCase();

function isKnown(scheme: Scheme, { kind, label }: Labelling): boolean {
  const found = kindOf(scheme, kind).labels.find(({ id }) => id === label);
  return label === null || (found !== undefined && found.status !== "retired");
}

function withoutOthers(scheme: Scheme, wanted: readonly FileLabel[]): Scheme {
  const isWanted = (kind: KindId, { id, name }: Label): boolean =>
    wanted.some((each) =>
      "name" in each
        ? each.kind === kind && plainName(each.name) === plainName(name)
        : each.kind === kind && each.label === id,
    );
  const kinds = scheme.kinds.map((kind) => ({
    ...kind,
    labels: kind.labels.map((label) => (isWanted(kind.id, label) ? label : hidden(label))),
  }));
  return { ...scheme, kinds };
}
