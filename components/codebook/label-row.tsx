// One label in the editor: a line that moves, and opens to its texts.

import { useId } from "react";
import { useTranslations } from "use-intl";
import type { Kind, Label } from "#domain/scheme/scheme.ts";
import { Glyph } from "../margin/label-name.tsx";
import { classes } from "../ui/classes.ts";
import { LabelFields } from "./label-fields.tsx";
import { MoveButtons, moveByKey } from "./move-buttons.tsx";
import type { Editor } from "./use-editor.ts";

type LabelRowProps = {
  readonly kind: Kind;
  readonly label: Label;
  readonly editor: Editor;
  /** Among the offered labels, from 0; null when it is not. */
  readonly place: number | null;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
};

export function LabelRow(props: LabelRowProps) {
  const { kind, label, editor, open, onMove } = props;
  const fields = useId();
  return (
    <li data-kind={kind.id} className="border-rule border-b">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys that the buttons inside hear */}
      <div onKeyDown={moveByKey(onMove)} className="flex items-center">
        <RowHead {...props} fields={fields} />
        <MoveButtons {...props} name={label.name} />
      </div>
      {open && (
        <div id={fields} className="pt-2 pb-6">
          <LabelFields {...{ kind, label, editor }} />
        </div>
      )}
    </li>
  );
}

function RowHead(props: LabelRowProps & { readonly fields: string }) {
  const words = useTranslations("scheme");
  const { kind, label, place, open, onOpen, fields } = props;
  const { name, glyph, definition } = label;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? fields : undefined}
      aria-description={words("move-keys")}
      onClick={onOpen}
      className={classes(
        "flex min-h-11 min-w-0 grow items-center gap-3 rounded-md px-2 text-start hover:bg-sunken",
        place === null && "text-muted",
      )}
    >
      <span aria-hidden className="w-3 shrink-0 text-center text-muted text-xs">
        {place === null ? "" : place + 1}
      </span>
      <Glyph kind={kind.id} glyph={glyph} className={place === null ? "opacity-60" : ""} />
      <span
        dir="auto"
        className={classes("shrink-0 truncate max-sm:shrink", open && "font-semibold")}
      >
        {name}
      </span>
      {place === null && <span className="text-sm">{words("hidden")}</span>}
      {!open && (
        <span dir="auto" className="min-w-0 truncate text-muted text-sm max-sm:hidden">
          {definition}
        </span>
      )}
    </button>
  );
}
