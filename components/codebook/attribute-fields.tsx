// All that can be changed of one attribute.

import { Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import {
  changeAttribute,
  moved,
  newValue,
  removeAttribute,
} from "#domain/scheme/attribute-changes.ts";
import { ATTRIBUTE_INPUTS, type Attribute, type Kind } from "#domain/scheme/scheme.ts";
import { LENGTHS, MOST } from "#domain/scheme/scheme-schema.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextArea, TextField } from "../ui/field.tsx";
import { AddForm } from "./add-form.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import type { Editor } from "./use-editor.ts";
import { useFocusLeft } from "./use-focus-left.ts";

type AttributeFieldsProps = {
  readonly kind: Kind;
  readonly attribute: Attribute;
  readonly editor: Editor;
};

type Part = Partial<Omit<Attribute, "id">>;

export function AttributeFields({ kind, attribute, editor }: AttributeFieldsProps) {
  const words = useTranslations("scheme");
  const { draft, change, tell } = editor;
  const { id, name, help, input } = attribute;
  const set = (part: Part, field?: string): void =>
    change(
      changeAttribute(draft.now, kind.id, id, part),
      field === undefined ? undefined : `${kind.id} ${id} ${field}`,
    );
  return (
    <div className="flex flex-col items-start gap-4 *:w-full">
      <TextField
        label={words("name")}
        dir="auto"
        maxLength={LENGTHS.name}
        value={name}
        onChange={({ target }) => set({ name: target.value }, "name")}
      />
      <TextArea
        label={words("detail-hint")}
        hint={words("detail-hint-hint")}
        rows={1}
        className="field-sizing-content resize-none"
        dir="auto"
        maxLength={LENGTHS.text}
        value={help}
        onChange={({ target }) => set({ help: target.value }, "help")}
      />
      <SelectField
        label={words("input")}
        value={input}
        onChange={({ target }) => {
          const chosen = ATTRIBUTE_INPUTS.find((each) => each === target.value);
          if (chosen) set({ input: chosen });
        }}
      >
        {ATTRIBUTE_INPUTS.map((each) => (
          <option key={each} value={each}>
            {words(`input-${each}`)}
          </option>
        ))}
      </SelectField>
      {input === "choice" && <Values attribute={attribute} onChange={set} />}
      <div className="flex flex-col items-start gap-2">
        <Button
          onClick={() => {
            change(removeAttribute(draft.now, kind.id, id));
            tell(words("removed", { name }));
          }}
        >
          <Trash2 size={16} aria-hidden />
          {words("remove")}
        </Button>
        <p className="text-muted text-sm">{words("remove-detail-hint")}</p>
      </div>
    </div>
  );
}

type ValuesProps = {
  readonly attribute: Attribute;
  /** `field` names the one that is typed in. */
  readonly onChange: (part: Part, field?: string) => void;
};

/** Each keeps its id while its name changes: annotations hold the id. */
function Values({ attribute: { values }, onChange }: ValuesProps) {
  const words = useTranslations("scheme");
  const list = useFocusLeft<HTMLUListElement>(values.length);
  const rename = (id: string, name: string): void => {
    const renamed = values.map((value) => (value.id === id ? { id, name } : value));
    onChange({ values: renamed }, `value ${id}`);
  };
  return (
    <fieldset className="rounded-md border border-rule p-4 pt-2">
      <legend className="px-1 font-medium">{words("values")}</legend>
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={words("values")}
        className="flex flex-col gap-2 outline-none"
      >
        {values.map(({ id, name }, place) => (
          <li key={id} className="flex items-center">
            <input
              dir="auto"
              aria-label={words("value", { place: place + 1 })}
              maxLength={LENGTHS.name}
              value={name}
              onChange={({ target }) => rename(id, target.value)}
              className="me-1 h-9 min-w-0 grow rounded-md border border-rule-strong bg-raised px-3 pointer-coarse:h-11 pointer-coarse:text-[1rem]"
            />
            <MoveButtons
              name={name}
              isFirst={place === 0}
              isLast={place === values.length - 1}
              onMove={(by) => onChange({ values: moved(values, id, by) })}
            />
            <Button
              look="icon"
              aria-label={words("remove-value", { name })}
              title={words("remove-value", { name })}
              onClick={() => onChange({ values: values.filter((value) => value.id !== id) })}
            >
              <Trash2 size={16} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <AddForm
        label={words("add-value")}
        full={values.length >= MOST.values}
        onAdd={(name) => onChange({ values: [...values, newValue(name)] })}
      />
    </fieldset>
  );
}
