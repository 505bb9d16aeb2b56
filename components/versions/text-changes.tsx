// What a new text changes: each paragraph that came, went or was changed, word by word. What is new can be left out.

import { memo, type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { directionOf } from "#domain/language-direction.ts";
import { classes } from "../ui/classes.ts";
import type { ShownChange } from "./paragraph-changes.ts";
import { type Piece, wordChanges } from "./word-changes.ts";

/** How many changes are written out. */
const SHOWN = 200;

type TextChangesProps = {
  readonly changes: readonly ShownChange[];
  /** BCP 47, or empty when it isn't known. */
  readonly language: string;
  /** The blocks that are left out. */
  readonly left: ReadonlySet<number>;
  /** Stays the same function; null: nothing can be left out. */
  readonly onLeave: ((block: number, isLeft: boolean) => void) | null;
};

/** How many there are. */
export function ChangeCounts({ changes }: Pick<TextChangesProps, "changes">) {
  const words = useTranslations("versions");
  return (
    <ul className="flex flex-col gap-1">
      {(["changed", "came", "went"] as const).map((wanted) => {
        const count = changes.filter(({ what }) => what === wanted).length;
        return (
          <li key={wanted} className={count === 0 ? "text-muted" : "font-medium"}>
            {words(`count-${wanted}`, { count })}
          </li>
        );
      })}
    </ul>
  );
}

export function TextChanges({ changes, language, left, onLeave }: TextChangesProps) {
  const words = useTranslations("versions");
  return (
    <ol
      aria-label={words("what-changes")}
      className="flex flex-col divide-y divide-rule border-rule border-t"
    >
      {changes.slice(0, SHOWN).map((change, index) => (
        <ChangeRow
          // biome-ignore lint/suspicious/noArrayIndexKey: none ever moves
          key={index}
          change={change}
          language={language}
          isLeft={change.what === "came" && change.block !== null && left.has(change.block)}
          onLeave={onLeave}
        />
      ))}
      {changes.length > SHOWN && (
        <li className="py-3">{words("more", { count: changes.length - SHOWN })}</li>
      )}
    </ol>
  );
}

type ChangeRowProps = Pick<TextChangesProps, "language" | "onLeave"> & {
  readonly change: ShownChange;
  readonly isLeft: boolean;
};

/** Word by word is work: only rows that change are drawn anew. */
const ChangeRow = memo(({ change, language, isLeft, onLeave }: ChangeRowProps) => {
  const words = useTranslations("versions");
  const text = useId();
  const block = change.what === "came" ? change.block : null;
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <span className="text-muted text-sm">
          {words(isLeft ? "row-left" : `row-${change.what}`)}
        </span>
        {block !== null && onLeave && (
          <label className="flex min-h-6 cursor-pointer items-center gap-2 text-sm pointer-coarse:min-h-11">
            <input
              type="checkbox"
              checked={!isLeft}
              aria-describedby={text}
              onChange={({ target }) => onLeave(block, !target.checked)}
              className="size-4 accent-accent"
            />
            {words("take-in")}
          </label>
        )}
      </div>
      <p
        id={text}
        lang={language || undefined}
        dir={directionOf(language)}
        className={classes(
          "wrap-anywhere whitespace-pre-line font-serif",
          isLeft ? "text-muted" : EDGES[change.what],
        )}
      >
        {isLeft && change.what === "came" ? <s>{change.text}</s> : wordsOf(change, language)}
      </p>
    </li>
  );
});

function wordsOf(change: ShownChange, language: string): ReactNode {
  if (change.what === "came") return <ins className="no-underline">{change.text}</ins>;
  if (change.what === "went") return <del className="decoration-1">{change.text}</del>;
  return wordChanges(change.before, change.after, language).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change places
    <PieceWords key={index} piece={piece} />
  ));
}

function PieceWords({ piece: { what, text } }: { readonly piece: Piece }) {
  if (what === "same") return text;
  if (what === "went") return <del className="me-0.5 text-danger decoration-1">{text}</del>;
  return (
    <ins className="rounded-xs bg-sunken px-0.5 font-semibold text-accent decoration-2 underline-offset-4">
      {text}
    </ins>
  );
}

/** Beside what came or went as a whole. */
const EDGES = {
  changed: "",
  came: "border-accent border-s-4 ps-3",
  went: "border-danger border-s-4 border-dotted ps-3 text-muted",
} as const;
