// People named in a text: "@Ada Lovelace".

import type { Person } from "../person.ts";
import { plainWords } from "../plain-words.ts";

/** A stretch of a text; `person` is who it names, or null for plain words. */
export type Piece = { readonly text: string; readonly person: Person | null };

/** Cuts a text where it names one of `people` behind an @. Of names that begin alike the longest counts. */
export const splitMentions = (text: string, people: readonly Person[]): readonly Piece[] =>
  mentionSplitter(people)(text);

/** The same for many texts: the names are looked at once. */
export function mentionSplitter(people: readonly Person[]): (text: string) => readonly Piece[] {
  if (people.length === 0) return (text) => [{ text, person: null }];
  const byName = new Map(people.map((person) => [person.name, person]));
  const mention = mentionOf([...byName.keys()]);
  // one group: every second piece is a name
  return (text) =>
    text
      .split(mention)
      .map((piece, index) =>
        index % 2 === 0
          ? { text: piece, person: null }
          : { text: `@${piece}`, person: byName.get(piece) ?? null },
      )
      .filter((piece) => piece.text !== "");
}

/**
 * The ids of those whom a text names. Where several have the same name, those among them who were
 * `picked` are meant; all of them when none was.
 */
export function mentionedIn(
  text: string,
  people: readonly Person[],
  picked: ReadonlySet<string>,
): string[] {
  const named = splitMentions(text, people).flatMap(({ person }) => person?.name ?? []);
  return [...new Set(named)].flatMap((name) => {
    const all = people.filter((person) => person.name === name).map(({ id }) => id);
    const meant = all.filter((id) => picked.has(id));
    return meant.length > 0 ? meant : all;
  });
}

/** A name that is being typed: where its @ stands, and what follows it so far. */
export type Typing = { readonly at: number; readonly name: string };

/** The name that is being typed before the caret, or null. */
export function typingBefore(text: string, caret: number): Typing | null {
  const found = /(?<![\p{L}\p{N}])@([^@\n]{0,40})$/u.exec(text.slice(0, caret));
  return found === null ? null : { at: found.index, name: found[1] ?? "" };
}

/** Those of `people` with a word in their name that begins like this, whatever the case and the accents. */
export function peopleCalled(name: string, people: readonly Person[]): readonly Person[] {
  const wanted = plainWords(name);
  return people.filter((person) => ` ${plainWords(person.name)}`.includes(` ${wanted}`));
}

const mentionOf = (names: readonly string[]): RegExp => {
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(literal);
  return new RegExp(`(?<![\\p{L}\\p{N}])@(${longestFirst.join("|")})(?![\\p{L}\\p{N}\\p{M}])`, "u");
};

/** A hyphen stays as it is: an escaped one is no expression of this kind. */
const literal = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
