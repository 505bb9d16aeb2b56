// The labels of a kind in their order: opened, moved, added, started from a preset.

import { useState } from "react";
import { useTranslations } from "use-intl";
import { kindOf, type Label, placeOf } from "#domain/scheme/scheme.ts";
import { addLabel, moveLabel } from "#domain/scheme/scheme-changes.ts";
import { MOST } from "#domain/scheme/scheme-schema.ts";
import { AddForm } from "./add-form.tsx";
import type { KindEditorProps } from "./kind-editor.tsx";
import { LabelRow } from "./label-row.tsx";
import { PresetMenu } from "./preset-menu.tsx";
import { useFocusLeft } from "./use-focus-left.ts";

export function LabelsEditor(props: KindEditorProps) {
  const words = useTranslations("scheme");
  const { kind, editor, announce } = props;
  const [open, setOpen] = useState<string | null>(null);
  const living = kind.labels.filter(({ status }) => status !== "retired");
  const list = useFocusLeft<HTMLUListElement>(living.length);
  const move = (label: Label, by: 1 | -1): void => {
    const to = moveLabel(editor.draft.now, kind.id, label.id, by);
    const place = living.indexOf(label) + by + 1;
    if (to === editor.draft.now) return;
    editor.change(to);
    announce(words("moved", { label: label.name, place, count: living.length }));
  };
  return (
    <section>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2 pb-3">
        <div className="grow">
          <h2 className="font-semibold text-[1rem]">{words("labels")}</h2>
          <p className="text-muted text-sm">{words("labels-hint")}</p>
        </div>
        <PresetMenu {...props} />
      </div>
      {living.length === 0 && <p className="pb-3 text-muted">{words("no-labels")}</p>}
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={words("labels")}
        className="border-rule border-t outline-none"
      >
        {living.map((label, index) => (
          <LabelRow
            key={label.id}
            {...{ kind, label, editor }}
            place={placeOf(kind, label.id)}
            open={open === label.id}
            onOpen={() => setOpen(open === label.id ? null : label.id)}
            isFirst={index === 0}
            isLast={index === living.length - 1}
            onMove={(by) => move(label, by)}
          />
        ))}
      </ul>
      <NewLabel {...props} onAdded={setOpen} />
      <Retired labels={kind.labels.filter(({ status }) => status === "retired")} />
    </section>
  );
}

type NewLabelProps = KindEditorProps & { readonly onAdded: (id: string) => void };

function NewLabel({ kind, editor: { draft, change }, announce, onAdded }: NewLabelProps) {
  const words = useTranslations("scheme");
  const add = (name: string): void => {
    const to = addLabel(draft.now, kind.id, { name });
    const added = kindOf(to, kind.id).labels.at(-1);
    if (to === draft.now || !added) return;
    change(to);
    onAdded(added.id);
    announce(words(added.status === "offered" ? "added" : "added-hidden", { label: name }));
  };
  return (
    <AddForm label={words("add-label")} full={kind.labels.length >= MOST.labels} onAdd={add} />
  );
}

function Retired({ labels }: { readonly labels: readonly Label[] }) {
  const words = useTranslations("scheme");
  if (labels.length === 0) return null;
  return (
    <details className="pt-6 text-muted text-sm">
      <summary className="w-fit">{words("removed-labels", { count: labels.length })}</summary>
      <ul className="flex flex-wrap gap-x-4 pt-2">
        {labels.map(({ id, name }) => (
          <li key={id} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </details>
  );
}
