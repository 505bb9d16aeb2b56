// Someone's initials in their colour.

import { initialsOf, type Person } from "#domain/person.ts";
import { classes } from "../ui/classes.ts";

type FaceProps = { readonly person: Person; readonly className?: string };

/** Decorative: the full name always stands beside it, or in the name of what holds it. */
export function Face({ person, className }: FaceProps) {
  return (
    <span
      aria-hidden="true"
      title={person.name}
      data-person-colour={person.colour}
      className={classes(
        "inline-flex size-6 shrink-0 items-center justify-center rounded-full font-semibold text-[0.625rem] text-paper leading-none forced-colors:border",
        className,
      )}
    >
      {initialsOf(person.name)}
    </span>
  );
}
