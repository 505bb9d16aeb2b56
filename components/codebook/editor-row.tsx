// What stands in a list of the editor: a line that moves, and opens to all that can be changed of it.

import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { classes } from "../ui/classes.ts";
import { MoveButtons, moveByKey } from "./move-buttons.tsx";

/** How a row is opened and moved. */
export type RowHand = {
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
};

type EditorRowProps = RowHand & {
  readonly name: string;
  /** What stands in the line beside the name while it is closed. */
  readonly about: string;
  /** Whether it is not in use. */
  readonly muted?: boolean;
  /** What stands before the name, and behind it. */
  readonly before?: ReactNode;
  readonly behind?: ReactNode;
  /** What it opens to. */
  readonly children: ReactNode;
};

export function EditorRow({ children, ...props }: EditorRowProps) {
  const { open, onMove } = props;
  const fields = useId();
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys that the buttons inside hear */}
      <div onKeyDown={moveByKey(onMove)} className="flex items-center">
        <RowHead {...props} fields={fields} />
        <MoveButtons {...props} />
      </div>
      {open && (
        <div id={fields} className="pt-2 pb-6">
          {children}
        </div>
      )}
    </>
  );
}

type RowHeadProps = Omit<EditorRowProps, "children"> & { readonly fields: string };

function RowHead({ name, about, muted, before, behind, open, onOpen, fields }: RowHeadProps) {
  const words = useTranslations("scheme");
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? fields : undefined}
      aria-description={words("move-keys")}
      onClick={onOpen}
      className={classes(
        "flex min-h-11 min-w-0 grow items-center gap-3 rounded-md px-2 text-start hover:bg-sunken",
        muted && "text-muted",
      )}
    >
      {before}
      <span
        dir="auto"
        className={classes("shrink-0 truncate max-sm:shrink", open && "font-semibold")}
      >
        {name}
      </span>
      {behind}
      {!open && (
        <span dir="auto" className="min-w-0 truncate text-muted text-sm max-sm:hidden">
          {about}
        </span>
      )}
    </button>
  );
}
