// A kind or label as it is shown everywhere: glyph and name in the kind's colour.

import { type KindId, kindOf, labelOf, type Scheme } from "#domain/scheme/scheme.ts";
import { classes } from "../ui/classes.ts";

/** The name of an annotation: its label's, or its kind's while it has none. */
export function nameOf(scheme: Scheme, kind: KindId, label: string | null): string {
  return labelOf(scheme, kind, label)?.name ?? kindOf(scheme, kind).name;
}

type GlyphProps = { readonly kind: KindId; readonly glyph: string; readonly className?: string };

/** Decorative: the name stands beside it. */
export function Glyph({ kind, glyph, className }: GlyphProps) {
  return (
    <span
      aria-hidden="true"
      data-kind={kind}
      className={classes(
        "inline-flex size-5 shrink-0 items-center justify-center rounded-sm bg-(--tint) font-semibold text-(--line) text-xs leading-none forced-colors:border",
        className,
      )}
    >
      {glyph}
    </span>
  );
}

type LabelNameProps = {
  readonly scheme: Scheme;
  readonly kind: KindId;
  readonly label: string | null;
};

export function LabelName({ scheme, kind, label }: LabelNameProps) {
  const { glyph } = labelOf(scheme, kind, label) ?? kindOf(scheme, kind);
  return (
    <span data-kind={kind} className="flex min-w-0 items-center gap-2">
      <Glyph kind={kind} glyph={glyph} />
      <bdi className="truncate font-semibold text-(--line)">{nameOf(scheme, kind, label)}</bdi>
    </span>
  );
}
