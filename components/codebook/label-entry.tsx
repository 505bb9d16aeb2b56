// What the codebook says of one label.

import { useTranslations } from "use-intl";
import type { KindId, Label } from "#domain/scheme/scheme.ts";
import { Glyph } from "../margin/label-name.tsx";
import { classes } from "../ui/classes.ts";

type LabelEntryProps = {
  readonly kind: KindId;
  readonly label: Label;
  /** The digit that sets it; null where it cannot be chosen. */
  readonly digit: string | null;
  /** Whether it is the one that somebody asked about. */
  readonly current: boolean;
};

/** The DOM id of an entry, so that it can be led to. */
export const entryId = (kind: KindId, label: string): string => `codebook-${kind}-${label}`;

export function LabelEntry({ kind, label, digit, current }: LabelEntryProps) {
  const words = useTranslations("codebook");
  const { id, glyph, name, definition, question, examples, counterExamples } = label;
  return (
    <li
      id={entryId(kind, id)}
      aria-current={current || undefined}
      className={classes(
        "rounded-md border-s-2 px-3 py-2",
        current ? "border-s-(--line) bg-(--tint)" : "border-s-transparent",
      )}
    >
      <h4 className="flex items-center gap-2 font-semibold text-(--line)">
        <Glyph kind={kind} glyph={glyph} />
        <span dir="auto" className="min-w-0 grow">
          {name}
        </span>
        {digit !== null && (
          <kbd
            title={words("digit", { digit })}
            className="font-normal font-sans text-muted text-xs"
          >
            {digit}
          </kbd>
        )}
        {label.status !== "offered" && (
          <span className="font-normal text-muted text-sm">{words(label.status)}</span>
        )}
      </h4>
      {definition !== "" && <p dir="auto">{definition}</p>}
      {question !== "" && (
        <p dir="auto" className="pt-1 text-(--line) text-sm">
          {question}
        </p>
      )}
      <Passages name={words("examples", { count: examples.length })} passages={examples} />
      <Passages name={words("counter-examples")} passages={counterExamples} />
    </li>
  );
}

type PassagesProps = { readonly name: string; readonly passages: readonly string[] };

function Passages({ name, passages }: PassagesProps) {
  if (passages.length === 0) return null;
  return (
    <div className="pt-1 text-sm">
      <h5 className="text-muted">{name}</h5>
      <ul>
        {passages.map((passage) => (
          <li key={passage} dir="auto" className="font-serif text-base">
            {passage}
          </li>
        ))}
      </ul>
    </div>
  );
}
