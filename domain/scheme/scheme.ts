// The codebook: kinds of annotation, and labels inside a kind.

/** The three kinds, in the order in which they are shown and painted. */
export const KINDS = ["claim", "entity", "framing"] as const;

export type KindId = (typeof KINDS)[number];

/** How many labels of a kind can be offered at once: as many as have a digit of their own. */
export const MOST_OFFERED = 8;

/**
 * Offered: can be chosen. Hidden: cannot be chosen for now. Retired: never again. Annotations keep
 * their label whatever becomes of it, so none is ever forgotten, and no id is used a second time.
 */
export const LABEL_STATUSES = ["offered", "hidden", "retired"] as const;

export type LabelStatus = (typeof LABEL_STATUSES)[number];

/** One label of a kind. All texts are single lines; those that may be missing are then empty. */
export type Label = {
  /** Unique in its kind, for ever. */
  readonly id: string;
  readonly status: LabelStatus;
  /** One or two letters or signs that stand for it where there is no room for its name. */
  readonly glyph: string;
  readonly name: string;
  readonly definition: string;
  /** What a reader should ask on meeting such a passage. */
  readonly question: string;
  readonly examples: readonly string[];
  /** Passages that one could take for it, but that are none, each with the reason. */
  readonly counterExamples: readonly string[];
};

/** A label that can be chosen, with the digit that sets it. */
export type OfferedLabel = Label & { readonly key: string };

/** How an attribute is filled in: with one of its values, words of one's own, or the address of a page (http or https). */
export const ATTRIBUTE_INPUTS = ["choice", "text", "link"] as const;

/** What may be said of an annotation of a kind beyond its label; never required. */
export type Attribute = {
  readonly id: string;
  readonly name: string;
  readonly help: string;
  readonly input: (typeof ATTRIBUTE_INPUTS)[number];
  /** What can be chosen; empty unless `input` is "choice". An annotation holds the id. */
  readonly values: readonly { readonly id: string; readonly name: string }[];
};

/** The colour of lines and letters, and of the ground behind words, each as `#rrggbb`. */
export type Shades = { readonly line: string; readonly tint: string };

/** One kind. Its key (the letter that makes an annotation of it) and its underline are always the same. */
export type Kind = {
  readonly id: KindId;
  readonly name: string;
  readonly key: string;
  readonly glyph: string;
  readonly underline: "solid" | "dotted" | "wavy";
  readonly colours: { readonly light: Shades; readonly dark: Shades };
  /** How much to select, as the object of "Mark …". */
  readonly unit: string;
  /** In the order in which they are shown. */
  readonly labels: readonly Label[];
  readonly attributes: readonly Attribute[];
};

export type Scheme = {
  /** The scheme that it began as. */
  readonly id: string;
  /** Counts up with every change in its space. */
  readonly version: number;
  readonly name: string;
  /** What to ask of an article as a whole. */
  readonly questions: readonly string[];
  /** All three, in the order of `KINDS`. */
  readonly kinds: readonly Kind[];
};

/** The kind with this id. Throws RangeError for a scheme that lacks one of the three. */
export function kindOf(scheme: Scheme, id: KindId): Kind {
  const kind = scheme.kinds.find((each) => each.id === id);
  if (!kind) throw new RangeError(`scheme ${scheme.id} has no kind ${id}`);
  return kind;
}

/** The label with this id inside a kind, whatever its status; null when there never was one (or `id` is null). */
export function labelOf(scheme: Scheme, kind: KindId, id: string | null): Label | null {
  return kindOf(scheme, kind).labels.find((each) => each.id === id) ?? null;
}

/** The labels that can be chosen, in order, with the digits that follow from it. */
export function offeredLabels({ labels }: Kind): readonly OfferedLabel[] {
  return labels
    .filter(({ status }) => status === "offered")
    .map((label, index) => ({ ...label, key: String(index + 1) }));
}

/** Where a label stands among those offered, from 0; null for one that is not, and for none. */
export function placeOf(kind: Kind, labelId: string | null): number | null {
  const place = offeredLabels(kind).findIndex(({ id }) => id === labelId);
  return place < 0 ? null : place;
}
