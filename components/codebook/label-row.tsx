// One label in the editor.

import { useTranslations } from "use-intl";
import type { Kind, Label } from "#domain/scheme/scheme.ts";
import { Glyph } from "../margin/label-name.tsx";
import { EditorRow, type RowHand } from "./editor-row.tsx";
import { LabelFields } from "./label-fields.tsx";
import type { Editor } from "./use-editor.ts";

type LabelRowProps = RowHand & {
  readonly kind: Kind;
  readonly label: Label;
  readonly editor: Editor;
  /** Among the offered labels, from 0; null when it is not. */
  readonly place: number | null;
};

export function LabelRow({ kind, label, editor, place, ...hand }: LabelRowProps) {
  const words = useTranslations("scheme");
  const { name, glyph, definition } = label;
  const isHidden = place === null;
  return (
    <li data-kind={kind.id} className="border-rule border-b">
      <EditorRow
        {...{ ...hand, name }}
        about={definition}
        muted={isHidden}
        before={
          <>
            <span aria-hidden className="w-3 shrink-0 text-center text-muted text-xs">
              {isHidden ? "" : place + 1}
            </span>
            <Glyph kind={kind.id} glyph={glyph} className={isHidden ? "opacity-60" : ""} />
          </>
        }
        behind={isHidden && <span className="text-sm">{words("hidden")}</span>}
      >
        <LabelFields {...{ kind, label, editor }} />
      </EditorRow>
    </li>
  );
}
