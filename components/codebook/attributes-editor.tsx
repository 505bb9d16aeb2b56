// What may be said beyond the label, in its order: opened, moved, added.

import { useState } from "react";
import { useTranslations } from "use-intl";
import { addAttribute, moveAttribute } from "#domain/scheme/attribute-changes.ts";
import { type Attribute, kindOf } from "#domain/scheme/scheme.ts";
import { MOST } from "#domain/scheme/scheme-schema.ts";
import { AddForm } from "./add-form.tsx";
import { AttributeRow } from "./attribute-row.tsx";
import type { KindEditorProps } from "./kind-editor.tsx";
import { useFocusLeft } from "./use-focus-left.ts";

export function AttributesEditor({ kind, editor, announce }: KindEditorProps) {
  const words = useTranslations("scheme");
  const [open, setOpen] = useState<string | null>(null);
  const { draft, change } = editor;
  const { attributes } = kind;
  const list = useFocusLeft<HTMLUListElement>(attributes.length);
  const move = ({ id, name }: Attribute, place: number, by: 1 | -1): void => {
    const to = moveAttribute(draft.now, kind.id, id, by);
    if (to === draft.now) return;
    change(to);
    const told = { label: name, place: place + by + 1, count: attributes.length };
    announce(words("moved", told));
  };
  const add = (name: string): void => {
    const to = addAttribute(draft.now, kind.id, name);
    change(to);
    setOpen(kindOf(to, kind.id).attributes.at(-1)?.id ?? null);
    announce(words("added", { label: name }));
  };
  return (
    <section>
      <h2 className="font-semibold text-[1rem]">{words("details")}</h2>
      <p className="pb-3 text-muted text-sm">{words("details-hint")}</p>
      {attributes.length === 0 && <p className="pb-3 text-muted">{words("no-details")}</p>}
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={words("details")}
        className="border-rule border-t outline-none"
      >
        {attributes.map((attribute, place) => (
          <AttributeRow
            key={attribute.id}
            {...{ kind, attribute, editor }}
            open={open === attribute.id}
            onOpen={() => setOpen(open === attribute.id ? null : attribute.id)}
            isFirst={place === 0}
            isLast={place === attributes.length - 1}
            onMove={(by) => move(attribute, place, by)}
          />
        ))}
      </ul>
      <AddForm
        label={words("add-detail")}
        full={attributes.length >= MOST.attributes}
        onAdd={add}
      />
    </section>
  );
}
