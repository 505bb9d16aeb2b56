// Everyone whose name is known, and at which annotations people are writing right now.

import { useMemo } from "react";
import type { Person } from "#domain/person.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";
import { useSteady } from "./use-steady.ts";

/** Names and writers are steady while people come, go and select. */
export function usePeople({ me, participants: readable }: ArticleSession) {
  const participants = useReadable(readable);
  const people = useMemo(
    () =>
      new Map<string, Person>([
        [me.id, me],
        ...participants.map(({ person }) => [person.id, person] as const),
      ]),
    [me, participants],
  );
  const writers = useMemo(() => {
    const writing = participants.flatMap(({ note, person }) =>
      note === null ? [] : [{ note, person }],
    );
    const groups = Map.groupBy(writing, ({ note }) => note);
    return new Map([...groups].map(([ref, group]) => [ref, group.map(({ person }) => person)]));
  }, [participants]);
  return {
    participants,
    people: useSteady(people, samePeople),
    writers: useSteady(writers, sameWriters),
  };
}

type People = ReadonlyMap<string, Person>;
type Writers = ReadonlyMap<string, readonly Person[]>;

const samePeople = (before: People, now: People): boolean =>
  before.size === now.size &&
  [...now.values()].every((person) => samePerson(before.get(person.id), person));

const sameWriters = (before: Writers, now: Writers): boolean =>
  before.size === now.size &&
  [...now].every(([ref, people]) => {
    const known = before.get(ref);
    return known?.length === people.length && people.every((each, n) => samePerson(known[n], each));
  });

const samePerson = (before: Person | undefined, { id, name, colour }: Person): boolean =>
  before?.id === id && before.name === name && before.colour === colour;
