// All that can be changed of one label.

import { Eye, EyeOff, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Kind, Label, LabelStatus } from "#domain/scheme/scheme.ts";
import {
  changeLabel,
  giveStatus,
  type LabelTexts,
  mayOffer,
} from "#domain/scheme/scheme-changes.ts";
import { LENGTHS, MOST } from "#domain/scheme/scheme-schema.ts";
import { Button } from "../ui/button.tsx";
import { TextArea, TextField } from "../ui/field.tsx";
import type { Editor } from "./use-editor.ts";

type LabelFieldsProps = {
  readonly kind: Kind;
  readonly label: Label;
  readonly editor: Editor;
};

export function LabelFields({ kind, label, editor }: LabelFieldsProps) {
  const words = useTranslations("scheme");
  const { draft, change } = editor;
  const set = <Part extends keyof LabelTexts>(part: Part, value: LabelTexts[Part]): void =>
    change(
      changeLabel(draft.now, kind.id, label.id, { [part]: value }),
      `${kind.id} ${label.id} ${part}`,
    );
  const line = (part: "name" | "glyph" | "definition" | "question") => ({
    label: words(part),
    value: label[part],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      set(part, target.value),
  });
  const lines = (part: "examples" | "counterExamples") => ({
    rows: 2,
    dir: "auto" as const,
    className: "field-sizing-content resize-none",
    value: label[part].join("\n"),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      set(part, target.value === "" ? [] : target.value.split("\n")),
  });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex gap-4">
        <div className="grow">
          <TextField {...line("name")} dir="auto" maxLength={LENGTHS.name} />
        </div>
        <div className="w-24">
          <TextField {...line("glyph")} maxLength={8} />
        </div>
      </div>
      <TextArea
        {...line("definition")}
        dir="auto"
        rows={2}
        maxLength={LENGTHS.text}
        className="field-sizing-content resize-none"
      />
      <TextField
        {...line("question")}
        hint={words("question-hint")}
        dir="auto"
        maxLength={LENGTHS.text}
      />
      <TextArea
        {...lines("examples")}
        label={words("examples")}
        hint={words("lines-hint", { most: MOST.examples })}
      />
      <TextArea
        {...lines("counterExamples")}
        label={words("counter-examples")}
        hint={words("counter-hint")}
      />
      <Statuses {...{ kind, label, editor }} />
    </div>
  );
}

function Statuses({ kind, label, editor }: LabelFieldsProps) {
  const words = useTranslations("scheme");
  const { draft, change, tell } = editor;
  const give = (status: LabelStatus): void =>
    change(giveStatus(draft.now, kind.id, label.id, status));
  const full = label.status === "hidden" && !mayOffer(kind);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {label.status === "offered" ? (
          <Button onClick={() => give("hidden")}>
            <EyeOff size={16} aria-hidden />
            {words("hide")}
          </Button>
        ) : (
          <Button disabled={full} onClick={() => give("offered")}>
            <Eye size={16} aria-hidden />
            {words("offer")}
          </Button>
        )}
        <Button
          onClick={() => {
            give("retired");
            tell(words("retired", { label: label.name }));
          }}
        >
          <Trash2 size={16} aria-hidden />
          {words("retire")}
        </Button>
      </div>
      <p className="text-muted text-sm">
        {words(full ? "offer-full" : "hide-hint")} {words("retire-hint")}
      </p>
    </div>
  );
}
