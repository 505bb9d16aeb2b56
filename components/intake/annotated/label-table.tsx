// The labels of the files, each with what it becomes in the codebook.

import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Kind, Scheme } from "#domain/scheme/scheme.ts";
import { Button } from "../../ui/button.tsx";
import { Check } from "../../ui/check.tsx";
import type { FoundLabel } from "./annotated-answer.ts";
import { ChoiceField } from "./choice-field.tsx";
import { type Choices, put } from "./choices.ts";
import { choiceKey, choiceOf, guessLabel, type LabelChoice, nameOf } from "./label-choice.ts";
import type { Found } from "./use-found.ts";

type LabelTableProps = {
  readonly found: Found;
  /** The codebook as the reader reads it. */
  readonly spoken: Scheme;
  readonly choices: Choices;
  readonly onChoose: (change: Partial<Choices>) => void;
};

export function LabelTable({ found, spoken, choices, onChoose }: LabelTableProps) {
  const words = useTranslations("annotated");
  const heading = useId();
  const { labels, replaces } = choices;
  const { isEditor } = found;
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-2">
      <h3 id={heading} className="font-semibold">
        {words("labels")}
      </h3>
      <p className="text-muted">{words(isEditor ? "labels-why" : "labels-editors")}</p>
      <table className="w-full border-rule border-t text-start">
        <thead className="text-muted text-sm max-sm:sr-only">
          <tr>
            <th className="py-1 text-start font-normal">{words("in-the-file")}</th>
            <th className="px-4 py-1 text-end font-normal">{words("how-many")}</th>
            <th className="w-60 py-1 text-start font-normal">{words("becomes")}</th>
          </tr>
        </thead>
        <tbody>
          {found.annotated.labels.map((label, at) => (
            <LabelRow
              key={JSON.stringify([label.kind, label.label])}
              {...{ label, spoken, isEditor }}
              choice={labels[at] ?? null}
              onChoose={(choice) => onChoose({ labels: put(labels, at, choice) })}
            />
          ))}
        </tbody>
      </table>
      {isEditor && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Button onClick={() => onChoose({ labels: allNew(found), replaces: true })}>
            {words("all-new")}
          </Button>
          <Check checked={replaces} onToggle={() => onChoose({ replaces: !replaces })}>
            <span>{words("hide-others")}</span>
          </Check>
        </div>
      )}
    </section>
  );
}

/** Every label as it is in the file, whatever the codebook has; one of the same name and kind is that one. */
const allNew = ({ annotated }: Found): readonly LabelChoice[] =>
  annotated.labels.map((label) => guessLabel(label, [], { mayAdd: true }));

type LabelRowProps = {
  readonly label: FoundLabel;
  readonly spoken: Scheme;
  readonly isEditor: boolean;
  readonly choice: LabelChoice;
  readonly onChoose: (choice: LabelChoice) => void;
};

function LabelRow({ label, spoken, isEditor, choice, onChoose }: LabelRowProps) {
  const words = useTranslations("annotated");
  const format = useFormatter();
  const name = nameOf(label) || words("no-label");
  return (
    <tr className="border-rule border-t max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-y-1 max-sm:py-2">
      <th scope="row" className="min-w-0 py-1.5 text-start font-normal">
        <bdi className="wrap-anywhere font-medium">{name}</bdi>
        {label.label !== null && label.kind !== "" && (
          <>
            {" "}
            <bdi className="wrap-anywhere text-muted text-sm">{label.kind}</bdi>
          </>
        )}
      </th>
      <td className="px-4 text-end tabular-nums max-sm:self-center max-sm:pe-0">
        {format.number(label.annotations)}
      </td>
      <td className="py-1.5 max-sm:col-span-2">
        <ChoiceField
          name={words("label-becomes", { name })}
          value={choiceKey(choice)}
          onChoose={(key) => onChoose(choiceOf(key, label))}
        >
          <option value="out">{words("leave-out")}</option>
          {spoken.kinds.map((kind) => (
            <KindOptions key={kind.id} kind={kind} />
          ))}
          {isEditor && nameOf(label) !== "" && (
            <optgroup label={words("new-label")}>
              {spoken.kinds.map(({ id, name: kind }) => (
                <option key={id} value={`new ${id}`}>
                  {words("new-in", { name, kind })}
                </option>
              ))}
            </optgroup>
          )}
        </ChoiceField>
      </td>
    </tr>
  );
}

function KindOptions({ kind: { id, name, labels } }: { readonly kind: Kind }) {
  const words = useTranslations("annotated");
  return (
    <optgroup label={name}>
      <option value={`is ${id} `}>{words("only-kind", { kind: name })}</option>
      {labels
        .filter(({ status }) => status !== "retired")
        .map((label) => (
          <option key={label.id} value={`is ${id} ${label.id}`}>
            {label.name}
          </option>
        ))}
    </optgroup>
  );
}
