// What the notes beside the article need to know, in the margin and in the sheet alike.

import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { TalkDesk } from "../talk/talk-desk.ts";
import type { Words } from "../words/words.ts";
import type { CardHand } from "./card-hand.ts";

export type MarginProps = {
  readonly scheme: Scheme;
  readonly me: Person;
  /** Those that pass the filter, in reading order, orphans last. */
  readonly placed: readonly Placed[];
  /** Everyone who is here or wrote something, by user id. */
  readonly people: ReadonlyMap<string, Person>;
  /** Who is writing right now, by the annotation at which they do. */
  readonly writers: ReadonlyMap<string, readonly Person[]>;
  readonly selected: string | null;
  /** The annotations chosen for one act on all of them. */
  readonly chosen: ReadonlySet<string>;
  /** The annotations pointed at, in the text or in the margin. */
  readonly hovered: readonly string[];
  readonly hand: CardHand;
  readonly desk: TalkDesk;
};

/** Somebody by id; a removed member when nobody has this id any more. */
export function personOf(
  words: Words<"margin">,
  people: MarginProps["people"],
  id: string,
): Person {
  return people.get(id) ?? { id, name: words("removed-member"), colour: 0 };
}
