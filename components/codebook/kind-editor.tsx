// One kind of the codebook: its own words, its labels, its colours.

import { useTranslations } from "use-intl";
import type { Kind } from "#domain/scheme/scheme.ts";
import { changeKind } from "#domain/scheme/scheme-changes.ts";
import { LENGTHS } from "#domain/scheme/scheme-schema.ts";
import { TextArea, TextField } from "../ui/field.tsx";
import { AttributesEditor } from "./attributes-editor.tsx";
import { ColourEditor } from "./colour-editor.tsx";
import { EyesCheck } from "./eyes-check.tsx";
import { LabelsEditor } from "./labels-editor.tsx";
import type { Editor } from "./use-editor.ts";

export type KindEditorProps = {
  readonly kind: Kind;
  readonly editor: Editor;
  /** Says something to those who listen to the page. */
  readonly announce: (sentence: string) => void;
};

export function KindEditor(props: KindEditorProps) {
  const { kind, editor } = props;
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-8">
        <KindFields kind={kind} editor={editor} />
        <LabelsEditor {...props} />
        <AttributesEditor {...props} />
      </div>
      <div className="flex flex-col gap-8">
        <ColourEditor kind={kind} editor={editor} />
        <EyesCheck scheme={editor.draft.now} />
      </div>
    </div>
  );
}

function KindFields({ kind, editor: { draft, change } }: Omit<KindEditorProps, "announce">) {
  const words = useTranslations("scheme");
  const { id } = kind;
  const set = (part: "name" | "glyph" | "unit", value: string): void =>
    change(changeKind(draft.now, id, { [part]: value }), `${id} ${part}`);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex gap-4">
        <div className="grow">
          <TextField
            label={words("name")}
            dir="auto"
            maxLength={LENGTHS.name}
            value={kind.name}
            onChange={(event) => set("name", event.target.value)}
          />
        </div>
        <div className="w-24">
          <TextField
            label={words("glyph")}
            maxLength={8}
            value={kind.glyph}
            onChange={(event) => set("glyph", event.target.value)}
          />
        </div>
      </div>
      <TextArea
        label={words("unit")}
        hint={words("unit-hint")}
        rows={2}
        className="field-sizing-content resize-none"
        dir="auto"
        maxLength={LENGTHS.text}
        value={kind.unit}
        onChange={(event) => set("unit", event.target.value)}
      />
    </div>
  );
}
