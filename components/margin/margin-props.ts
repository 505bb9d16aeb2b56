// What the notes beside the article need to know, in the margin and in the sheet alike.

import type { Placed } from "#domain/annotation-index.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { Words } from "../words/words.ts";
import type { CardHand } from "./card-hand.ts";

export type MarginProps = {
  readonly scheme: Scheme;
  readonly me: Person;
  /** Those that pass the filter, in reading order, orphans last. */
  readonly placed: readonly Placed[];
  /** Everyone who is here or wrote something, by user id. */
  readonly people: ReadonlyMap<string, Person>;
  /** The annotations whose author is writing the note right now. */
  readonly writing: ReadonlySet<string>;
  readonly selected: string | null;
  /** The annotations chosen for one act on all of them. */
  readonly chosen: ReadonlySet<string>;
  /** The annotations pointed at, in the text or in the margin. */
  readonly hovered: readonly string[];
  readonly hand: CardHand;
};

/** Stands in for somebody whose name has not arrived yet. */
export function personOf(
  words: Words<"margin">,
  people: MarginProps["people"],
  id: string,
): Person {
  return people.get(id) ?? { id, name: words("someone"), colour: 0 };
}
