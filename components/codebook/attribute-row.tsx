// One attribute in the editor.

import { useTranslations } from "use-intl";
import type { Attribute, Kind } from "#domain/scheme/scheme.ts";
import { AttributeFields } from "./attribute-fields.tsx";
import { EditorRow, type RowHand } from "./editor-row.tsx";
import type { Editor } from "./use-editor.ts";

type AttributeRowProps = RowHand & {
  readonly kind: Kind;
  readonly attribute: Attribute;
  readonly editor: Editor;
};

export function AttributeRow({ kind, attribute, editor, ...hand }: AttributeRowProps) {
  const words = useTranslations("scheme");
  const { name, input, values } = attribute;
  const choices = values.map((value) => value.name).join(" · ");
  return (
    <li className="border-rule border-b">
      <EditorRow {...hand} name={name} about={choices || words(`input-${input}`)}>
        <AttributeFields {...{ kind, attribute, editor }} />
      </EditorRow>
    </li>
  );
}
