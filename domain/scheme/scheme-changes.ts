// What can be done to a scheme. Each change gives a new scheme, or the same one where it is not possible.

import {
  type Kind,
  type KindId,
  type Label,
  type LabelStatus,
  MOST_OFFERED,
  type Scheme,
} from "./scheme.ts";
import { MOST } from "./scheme-schema.ts";

/** Sets the scheme's own texts. */
export function changeScheme(
  scheme: Scheme,
  change: Partial<Pick<Scheme, "name" | "questions">>,
): Scheme {
  return { ...scheme, ...change };
}

/** Sets what may change of a kind. */
export function changeKind(
  scheme: Scheme,
  id: KindId,
  change: Partial<Pick<Kind, "name" | "glyph" | "unit" | "colours">>,
): Scheme {
  return withKind(scheme, id, (kind) => ({ ...kind, ...change }));
}

/** A label's texts, all that can be changed by writing. */
export type LabelTexts = Omit<Label, "id" | "status">;

/** Adds a label at the end, offered while there is a digit left and hidden otherwise. Only its name must be given. */
export function addLabel(
  scheme: Scheme,
  kindId: KindId,
  { name, ...texts }: Partial<LabelTexts> & Pick<LabelTexts, "name">,
): Scheme {
  return withKind(scheme, kindId, (kind) => {
    if (kind.labels.length >= MOST.labels) return kind;
    const label: Label = {
      id: freeId(kind.labels, name),
      status: mayOffer(kind) ? "offered" : "hidden",
      name,
      glyph: freeGlyph(kind.labels, name),
      ...{ definition: "", question: "", examples: [], counterExamples: [] },
      ...texts,
    };
    return { ...kind, labels: [...kind.labels, label] };
  });
}

/** Sets texts of a label; one that is retired stays as it is. */
export function changeLabel(
  scheme: Scheme,
  kindId: KindId,
  labelId: string,
  change: Partial<LabelTexts>,
): Scheme {
  return withLabel(scheme, kindId, labelId, (label) => ({ ...label, ...change }));
}

/** Offers, hides or retires a label. A retired one stays retired, and no more are offered than there are digits. */
export function giveStatus(
  scheme: Scheme,
  kindId: KindId,
  labelId: string,
  status: LabelStatus,
): Scheme {
  return withLabel(scheme, kindId, labelId, (label, kind) =>
    label.status === status || (status === "offered" && !mayOffer(kind))
      ? label
      : { ...label, status },
  );
}

/** Moves a label one place up (-1) or down (1) among those that are not retired. */
export function moveLabel(scheme: Scheme, kindId: KindId, labelId: string, by: 1 | -1): Scheme {
  return withKind(scheme, kindId, (kind) => {
    const living = kind.labels.filter(({ status }) => status !== "retired");
    const at = living.findIndex(({ id }) => id === labelId);
    const [label, other] = [living[at], living[at + by]];
    if (!label || !other) return kind;
    const swapped = new Map([
      [label, other],
      [other, label],
    ]);
    return { ...kind, labels: kind.labels.map((each) => swapped.get(each) ?? each) };
  });
}

/** The label, not offered. */
export function hidden(label: Label): Label {
  return label.status === "offered" ? { ...label, status: "hidden" } : label;
}

/** Whether a kind has a digit left for one more label. */
export function mayOffer({ labels }: Kind): boolean {
  return labels.filter(({ status }) => status === "offered").length < MOST_OFFERED;
}

/** An id for a new label, made of its name, that none of `labels` has or had. */
export function freeId(labels: readonly Pick<Label, "id">[], name: string): string {
  const taken = new Set(labels.map(({ id }) => id));
  const stem = plainLetters(name) || "label";
  for (let count = 1; ; count++) {
    const id = count === 1 ? stem : `${stem}-${count}`;
    if (!taken.has(id)) return id;
  }
}

/** A name as small letters, digits and hyphens; empty when it has none of them. */
export const plainLetters = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");

/** The first letter of a name, or its first two where a label has the first one already. */
export function freeGlyph(labels: readonly Pick<Label, "glyph">[], name: string): string {
  const taken = new Set(labels.map(({ glyph }) => glyph));
  const [first = "?", second = ""] = [...name.replace(/[^\p{L}\p{N}]/gu, "")];
  const glyph = first.toLocaleUpperCase();
  return taken.has(glyph) ? glyph + second : glyph;
}

/** The scheme with one kind changed; the same one when that stays the same. */
export function withKind(scheme: Scheme, id: KindId, change: (kind: Kind) => Kind): Scheme {
  const kinds = scheme.kinds.map((kind) => (kind.id === id ? change(kind) : kind));
  return kinds.some((kind, index) => kind !== scheme.kinds[index]) ? { ...scheme, kinds } : scheme;
}

/** Changes a label that is not retired. */
function withLabel(
  scheme: Scheme,
  kindId: KindId,
  labelId: string,
  change: (label: Label, kind: Kind) => Label,
): Scheme {
  return withKind(scheme, kindId, (kind) => {
    const labels = kind.labels.map((label) =>
      label.id === labelId && label.status !== "retired" ? change(label, kind) : label,
    );
    return labels.some((label, index) => label !== kind.labels[index]) ? { ...kind, labels } : kind;
  });
}
