// The codebook: kinds of annotation, and labels inside a kind.

/** The three kinds, in the order in which they are shown and painted. */
export const KINDS = ["claim", "entity", "framing"] as const;

export type KindId = (typeof KINDS)[number];

/** One label of a kind. `key` is the digit that sets it. */
export type Label = {
  readonly id: string;
  readonly key: string;
  readonly glyph: string;
  readonly name: string;
  readonly definition: string;
  /** What a reader should ask on meeting such a passage. */
  readonly question: string;
  /** A passage of the sample article, or null where it has none. */
  readonly example: string | null;
};

/** What may be said of an annotation of a kind beyond its label; never required. */
export type Attribute = {
  readonly id: string;
  readonly name: string;
  readonly help: string;
  /** One of `values`, words of one's own, or the address of a page (http or https). */
  readonly input: "choice" | "text" | "link";
  /** What can be chosen; empty unless `input` is "choice". An annotation holds the id. */
  readonly values: readonly { readonly id: string; readonly name: string }[];
};

/** One kind. `key` is the letter that makes an annotation of it; `unit` says how much to select. */
export type Kind = {
  readonly id: KindId;
  readonly name: string;
  readonly key: string;
  readonly glyph: string;
  readonly underline: "solid" | "dotted" | "wavy";
  readonly unit: string;
  readonly labels: readonly Label[];
  readonly attributes: readonly Attribute[];
};

export type Scheme = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kinds: readonly Kind[];
};

/** The kind with this id. Throws RangeError for a scheme that lacks one of the three. */
export function kindOf(scheme: Scheme, id: KindId): Kind {
  const kind = scheme.kinds.find((each) => each.id === id);
  if (!kind) throw new RangeError(`scheme ${scheme.id} has no kind ${id}`);
  return kind;
}

/** The label with this id inside a kind, or null when the scheme has none such (or `id` is null). */
export function labelOf(scheme: Scheme, kind: KindId, id: string | null): Label | null {
  return kindOf(scheme, kind).labels.find((each) => each.id === id) ?? null;
}
