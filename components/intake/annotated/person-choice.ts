// Whose layer the work of an annotator goes to.

import { NAME_LENGTH } from "#domain/person.ts";
import type { FoundPerson } from "./annotated-answer.ts";

/** A layer of their own, the reader's, or none. */
export const PERSON_CHOICES = ["own", "mine", "out"] as const;

export type PersonChoice = (typeof PERSON_CHOICES)[number];

/** Only editors may have others speak; nobody stands in for who has no name. */
export const mayStandIn = ({ name }: FoundPerson, isEditor: boolean): boolean =>
  isEditor && name.trim() !== "";

/** Where there is only one to choose from, it may well be the reader. */
export function guessPerson(
  person: FoundPerson,
  { isEditor, isAlone }: { readonly isEditor: boolean; readonly isAlone: boolean },
): PersonChoice {
  if (mayStandIn(person, isEditor)) return "own";
  return isEditor || isAlone ? "mine" : "out";
}

/** What is asked of the server; null for who is left out. */
export function wantedPerson({ id, name }: FoundPerson, choice: PersonChoice): object | null {
  if (choice === "out") return null;
  return choice === "mine" ? { id, as: "mine" } : { id, name: standInName(name) };
}

/** As long as a name may be. */
const standInName = (name: string): string =>
  name.trim().slice(0, NAME_LENGTH).toWellFormed().trim();
