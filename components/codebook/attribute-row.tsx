// One attribute in the editor: a line that moves, and opens to all that can be changed of it.

import { useId } from "react";
import { useTranslations } from "use-intl";
import type { Attribute, Kind } from "#domain/scheme/scheme.ts";
import { classes } from "../ui/classes.ts";
import { AttributeFields } from "./attribute-fields.tsx";
import { MoveButtons, moveByKey } from "./move-buttons.tsx";
import type { Editor } from "./use-editor.ts";

type AttributeRowProps = {
  readonly kind: Kind;
  readonly attribute: Attribute;
  readonly editor: Editor;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
};

export function AttributeRow(props: AttributeRowProps) {
  const words = useTranslations("scheme");
  const { kind, attribute, editor, open, onOpen, onMove } = props;
  const { name, input, values } = attribute;
  const fields = useId();
  return (
    <li className="border-rule border-b">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys that the buttons inside hear */}
      <div onKeyDown={moveByKey(onMove)} className="flex items-center">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? fields : undefined}
          aria-description={words("move-keys")}
          onClick={onOpen}
          className="flex min-h-11 min-w-0 grow items-center gap-3 rounded-md px-2 text-start hover:bg-sunken"
        >
          <span
            dir="auto"
            className={classes("shrink-0 truncate max-sm:shrink", open && "font-semibold")}
          >
            {name}
          </span>
          {!open && (
            <span dir="auto" className="min-w-0 truncate text-muted text-sm max-sm:hidden">
              {values.length > 0
                ? values.map((value) => value.name).join(" · ")
                : words(`input-${input}`)}
            </span>
          )}
        </button>
        <MoveButtons {...props} name={name} />
      </div>
      {open && (
        <div id={fields} className="pt-2 pb-6">
          <AttributeFields {...{ kind, attribute, editor }} />
        </div>
      )}
    </li>
  );
}
