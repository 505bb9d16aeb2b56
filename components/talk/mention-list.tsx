// The people whose names are offered behind an @.

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "#domain/person.ts";
import { Face } from "../margin/face.tsx";
import { classes } from "../ui/classes.ts";

type MentionListProps = {
  readonly id: string;
  readonly people: readonly Person[];
  /** The index of the one that Enter picks. */
  readonly active: number;
  readonly onPick: (person: Person) => void;
};

/** The DOM id of one of the people in the list `id`. */
export const optionId = (id: string, index: number): string => `${id}-${index}`;

/** Says how many there are; nothing is drawn while there is none. */
export function MentionList({ id, people, active, onPick }: MentionListProps) {
  const words = useTranslations("talk");
  return (
    <>
      <span role="status" className="sr-only">
        {people.length > 0 && words("people-found", { count: people.length })}
      </span>
      {people.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label={words("people-to-mention")}
          // a press must not take the caret out of the field
          onMouseDown={(event) => event.preventDefault()}
          className="rounded-md border border-rule bg-raised p-1 shadow-float"
        >
          {people.map((person, index) => (
            <MentionOption
              key={person.id}
              id={optionId(id, index)}
              person={person}
              selected={index === active}
              onPick={onPick}
            />
          ))}
        </div>
      )}
    </>
  );
}

type MentionOptionProps = Pick<MentionListProps, "id" | "onPick"> & {
  readonly person: Person;
  readonly selected: boolean;
};

function MentionOption({ id, person, selected, onPick }: MentionOptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) option.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onClick={() => onPick(person)}
      className={classes(
        "flex min-h-8 min-w-0 cursor-pointer items-center gap-2 rounded-md px-2 hover:bg-sunken pointer-coarse:min-h-11",
        selected && "bg-sunken",
      )}
    >
      <Face person={person} className="size-5" />
      <bdi className="truncate">{person.name}</bdi>
    </div>
  );
}
