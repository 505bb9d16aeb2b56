// The labels of one kind, with what the one pointed at means and which question it asks.

import { useState } from "react";
import { useTranslations } from "use-intl";
import {
  type Kind,
  type KindId,
  kindOf,
  type OfferedLabel,
  offeredLabels,
  type Scheme,
} from "#domain/scheme/scheme.ts";
import { walkWithArrows } from "../ui/arrow-keys.ts";
import { classes } from "../ui/classes.ts";
import { bdi } from "../words/bdi.tsx";

type LabelButtonsProps = {
  readonly scheme: Scheme;
  readonly kind: KindId;
  /** The label that is set. */
  readonly value: string | null;
  readonly onPick: (label: string, byKey: boolean) => void;
};

export function LabelButtons({ scheme, kind: id, value, onPick }: LabelButtonsProps) {
  const words = useTranslations("margin");
  const kind = kindOf(scheme, id);
  const [pointed, setPointed] = useState<string | null>(null);
  const labels = offeredLabels(kind);
  const shown = labels.find((label) => label.id === (pointed ?? value));
  return (
    <div data-kind={kind.id}>
      <div
        role="toolbar"
        aria-label={words("labels-for", { kind: kind.name })}
        onKeyDown={walkWithArrows}
        className="grid grid-cols-2 gap-x-1"
      >
        {labels.map((label) => (
          <LabelButton
            key={label.id}
            label={label}
            pressed={label.id === value}
            onPick={onPick}
            onPoint={setPointed}
          />
        ))}
      </div>
      <Meaning kind={kind} label={shown} />
    </div>
  );
}

type LabelButtonProps = {
  readonly label: OfferedLabel;
  readonly pressed: boolean;
  readonly onPick: (label: string, byKey: boolean) => void;
  readonly onPoint: (label: string | null) => void;
};

function LabelButton({ label, pressed, onPick, onPoint }: LabelButtonProps) {
  const { id, name, key, definition, question } = label;
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={key}
      aria-description={[definition, question].join(" ")}
      onClick={(event) => onPick(id, event.detail === 0)}
      onPointerEnter={() => onPoint(id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(id)}
      onBlur={() => onPoint(null)}
      className={classes(
        "flex h-8 min-w-0 items-center gap-2 rounded-md px-2 text-start text-sm hover:bg-(--tint) pointer-coarse:h-11",
        pressed && "bg-(--tint) font-medium",
      )}
    >
      <kbd className="w-3 shrink-0 font-sans text-muted text-xs pointer-coarse:hidden">{key}</kbd>
      <bdi className="truncate">{name}</bdi>
    </button>
  );
}

/** Keeps its height, so that buttons do not move under the pointer. */
function Meaning({
  kind,
  label,
}: {
  readonly kind: Kind;
  readonly label: OfferedLabel | undefined;
}) {
  const words = useTranslations("margin");
  return (
    <div aria-hidden="true" className="min-h-22 px-2 pt-2 text-muted text-sm">
      <p dir="auto">{label?.definition ?? words.rich("mark-unit", { unit: kind.unit, bdi })}</p>
      {label && (
        <p dir="auto" className="pt-1 text-(--line)">
          {label.question}
        </p>
      )}
    </div>
  );
}
