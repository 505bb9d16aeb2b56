// The annotators of the files: each gets a layer, or the reader takes their work as their own.

import { useId } from "react";
import { useTranslations } from "use-intl";
import type { FoundPerson } from "./annotated-answer.ts";
import { ChoiceField } from "./choice-field.tsx";
import { put } from "./choices.ts";
import { mayStandIn, PERSON_CHOICES, type PersonChoice } from "./person-choice.ts";
import type { Found } from "./use-found.ts";

type PersonChoicesProps = {
  readonly found: Found;
  readonly chosen: readonly PersonChoice[];
  readonly onChoose: (chosen: readonly PersonChoice[]) => void;
};

export function PersonChoices({ found, chosen, onChoose }: PersonChoicesProps) {
  const words = useTranslations("annotated");
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-2">
      <h3 id={heading} className="font-semibold">
        {words("people")}
      </h3>
      <p className="text-muted">{words(found.isEditor ? "people-why" : "people-editors")}</p>
      <ul className="border-rule border-t">
        {found.annotated.people.map((person, at) => (
          <PersonLine
            key={person.id}
            person={person}
            isEditor={found.isEditor}
            choice={chosen[at] ?? "out"}
            onChoose={(choice) => onChoose(put(chosen, at, choice))}
          />
        ))}
      </ul>
    </section>
  );
}

type PersonLineProps = {
  readonly person: FoundPerson;
  readonly isEditor: boolean;
  readonly choice: PersonChoice;
  readonly onChoose: (choice: PersonChoice) => void;
};

function PersonLine({ person, isEditor, choice, onChoose }: PersonLineProps) {
  const words = useTranslations("annotated");
  const name = person.name || words("no-name");
  const open = PERSON_CHOICES.filter((each) => each !== "own" || mayStandIn(person, isEditor));
  return (
    <li className="grid items-center gap-x-4 gap-y-2 border-rule border-b py-2 sm:grid-cols-[1fr_15rem]">
      <p className="min-w-0">
        <bdi className="wrap-anywhere font-medium">{name}</bdi>
        <span className="text-muted text-sm">
          {person.annotations > 0 && ` · ${words("notes", { count: person.annotations })}`}
          {person.said > 0 && ` · ${words("said", { count: person.said })}`}
          {person.annotations + person.said === 0 && ` · ${words("mentioned")}`}
        </span>
      </p>
      <ChoiceField
        name={words("work-of", { name })}
        value={choice}
        onChoose={(value) => onChoose(PERSON_CHOICES.find((each) => each === value) ?? "out")}
      >
        {open.map((each) => (
          <option key={each} value={each}>
            {words(`person-${each}`)}
          </option>
        ))}
      </ChoiceField>
    </li>
  );
}
