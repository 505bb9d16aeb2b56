// Who has the article open now.

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Person } from "#domain/person.ts";
import { Face } from "../margin/face.tsx";
import type { Participant } from "../session/article-session.ts";
import { buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";

/** How many faces stand in the bar. */
const FACES = 4;

type PeopleHereProps = {
  /** Everyone but me. */
  readonly participants: readonly Participant[];
  readonly me: Person;
  /** What stands below them on a phone. */
  readonly children: ReactNode;
};

export function PeopleHere({ participants, me, children }: PeopleHereProps) {
  const words = useTranslations("desk");
  const format = useFormatter();
  const others = participants.filter((each) => each.here);
  const here = [{ person: me, note: null }, ...others];
  const names = here.map(({ person }) => person.name);
  const count = words("people-here-count", { count: here.length });
  return (
    <Popover
      label={words("people-here")}
      className="w-64 p-2"
      button={{
        title: format.list(names, { type: "unit", style: "short" }),
        className: buttonLook("quiet"),
        children: (
          <>
            <span className="sr-only">{count}</span>
            <Faces here={here.map(({ person }) => person)} />
          </>
        ),
      }}
    >
      {() => (
        <>
          <p className="px-2 py-1 text-muted text-sm">{count}</p>
          <ul>
            {here.map(({ person, note }) => (
              <li key={person.id} className="flex min-w-0 items-center gap-2 px-2 py-1">
                <Face person={person} />
                <bdi className="truncate">{person.name}</bdi>
                <span className="ms-auto shrink-0 text-muted text-sm">
                  {person === me ? words("you") : note === null ? "" : words("writing")}
                </span>
              </li>
            ))}
          </ul>
          {children && <div className="mt-2 border-rule border-t pt-2 sm:hidden">{children}</div>}
        </>
      )}
    </Popover>
  );
}

function Faces({ here }: { readonly here: readonly Person[] }) {
  const words = useTranslations("desk");
  return (
    <>
      <span className="flex -space-x-1">
        {here.slice(0, FACES).map((person, index) => (
          <Face
            key={person.id}
            person={person}
            className={`ring-2 ring-paper ${index > 1 ? "max-sm:hidden" : ""}`}
          />
        ))}
      </span>
      {here.length > FACES && (
        <span aria-hidden>{words("more-people", { count: here.length - FACES })}</span>
      )}
    </>
  );
}
