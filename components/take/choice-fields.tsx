// What goes into the file: kinds, people, states, and under which names.

import { ChevronDown } from "lucide-react";
import { type ReactNode, Suspense, type SyntheticEvent } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { STATES } from "#domain/talk/status.ts";
import { useSchemeSpeech } from "../scheme-words/scheme-speech.ts";
import { Button } from "../ui/button.tsx";
import { Check } from "../ui/check.tsx";
import { type Choice, turned } from "./choice.ts";
import type { Forecast } from "./forecast.ts";

type ChoiceFieldsProps = {
  /** Who and what there is to choose from; null: it is not known yet. */
  readonly whole: Forecast | null;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
};

export function ChoiceFields({ whole, choice, onChoice }: ChoiceFieldsProps) {
  const words = useTranslations("take");
  const fields = { choice, onChoice };
  return (
    <details className="group/choice" onToggle={showOpened}>
      <summary className="flex min-h-10 items-center gap-1 px-6 font-medium hover:bg-sunken pointer-coarse:min-h-11">
        {words("choose")}
        <ChevronDown size={16} aria-hidden className="ms-auto group-open/choice:rotate-180" />
      </summary>
      <div className="flex flex-col gap-4 px-4 pt-2 pb-4">
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          <Suspense>
            {whole && whole.kinds.length > 0 && <KindFields whole={whole} {...fields} />}
          </Suspense>
          <StateFields {...fields} />
        </div>
        {whole && whole.people.length > 1 && <PeopleFields whole={whole} {...fields} />}
        <NameFields {...fields} />
      </div>
    </details>
  );
}

/** What was opened below the fold would not be seen. */
function showOpened({ currentTarget: opened }: SyntheticEvent<HTMLDetailsElement>): void {
  if (opened.open) opened.scrollIntoView({ block: "start" });
}

type FieldsProps = Omit<ChoiceFieldsProps, "whole">;
type WholeFieldsProps = FieldsProps & { readonly whole: Forecast };

function KindFields({ whole, choice, onChoice }: WholeFieldsProps) {
  const words = useTranslations("take");
  const { say } = useSchemeSpeech();
  const all = whole.kinds.map(({ id }) => id);
  return (
    <Group name={words("kinds")}>
      {whole.kinds.map(({ id, name, annotations }) => (
        <Check
          key={id}
          checked={choice.kinds?.has(id) ?? true}
          onToggle={() => onChoice({ ...choice, kinds: turned(all, choice.kinds, id) })}
        >
          <bdi>{say(name)}</bdi>
          <Count of={annotations} />
        </Check>
      ))}
    </Group>
  );
}

function StateFields({ choice, onChoice }: FieldsProps) {
  const words = useTranslations("take");
  return (
    <Group name={words("states")}>
      {STATES.map((state) => (
        <Check
          key={state}
          checked={choice.states.has(state)}
          onToggle={() => {
            const states = turned(STATES, choice.states, state) ?? new Set(STATES);
            onChoice({ ...choice, states });
          }}
        >
          {words(`state-${state}`)}
        </Check>
      ))}
    </Group>
  );
}

function PeopleFields({ whole, choice, onChoice }: WholeFieldsProps) {
  const words = useTranslations("take");
  const all = whole.people.map(({ id }) => id);
  const nameOf = (name: string | null): string => name ?? words("removed-person");
  const people = whole.people.toSorted((one, other) =>
    nameOf(one.name).localeCompare(nameOf(other.name)),
  );
  return (
    <Group name={words("people")}>
      <div className="flex gap-1">
        <Button look="quiet" onClick={() => onChoice({ ...choice, people: null })}>
          {words("all")}
        </Button>
        <Button look="quiet" onClick={() => onChoice({ ...choice, people: new Set() })}>
          {words("none")}
        </Button>
      </div>
      <div className="grid max-h-48 overflow-y-auto sm:grid-cols-2">
        {people.map(({ id, name, annotations }) => (
          <Check
            key={id}
            checked={choice.people?.has(id) ?? true}
            onToggle={() => onChoice({ ...choice, people: turned(all, choice.people, id) })}
          >
            <bdi className="min-w-0 truncate">{nameOf(name)}</bdi>
            <Count of={annotations} />
          </Check>
        ))}
      </div>
    </Group>
  );
}

function NameFields({ choice, onChoice }: FieldsProps) {
  const words = useTranslations("take");
  return (
    <Group name={words("names")}>
      {([false, true] as const).map((named) => (
        <label
          key={String(named)}
          className="flex items-start gap-2 rounded-md px-2 py-[5px] hover:bg-sunken pointer-coarse:py-[11px]"
        >
          <input
            type="radio"
            name="take-names"
            className="mt-[3px] size-4 shrink-0 accent-accent"
            checked={choice.named === named}
            onChange={() => onChoice({ ...choice, named })}
          />
          {words(named ? "names-shown" : "names-aliases")}
        </label>
      ))}
    </Group>
  );
}

function Count({ of }: { readonly of: number }) {
  const format = useFormatter();
  return <span className="ms-auto text-muted">{format.number(of)}</span>;
}

type GroupProps = { readonly name: string; readonly children: ReactNode };

function Group({ name, children }: GroupProps) {
  return (
    <fieldset className="min-w-40">
      <legend className="px-2 text-muted text-sm">{name}</legend>
      {children}
    </fieldset>
  );
}
