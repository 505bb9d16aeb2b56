// The look that is on; what is painted stays as long as nothing changes that it tells.

import { useMemo, useState } from "react";
import type { Annotation } from "#domain/annotation.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { Status } from "#domain/status.ts";
import { byHeat, byKind, byLabel, byPerson, byStatus, type Look } from "../article/look.ts";
import type { View } from "./view.ts";

type Known = {
  readonly scheme: Scheme;
  readonly people: ReadonlyMap<string, Person>;
  readonly statusOf: (annotation: Annotation) => Status;
};

export function useLook({ look, filter }: View, { scheme, people, statusOf }: Known): Look {
  const colours = useColours(people);
  const looks = {
    kind: useMemo(() => byKind(scheme), [scheme]),
    label: useMemo(() => byLabel(scheme), [scheme]),
    person: useMemo(() => byPerson((id) => colours.get(id) ?? 0), [colours]),
    status: useMemo(() => byStatus(statusOf), [statusOf]),
    heat: useMemo(() => byHeat(filter.heats), [filter.heats]),
  };
  return looks[look];
}

/** Everyone's colour; the same map until a colour changes, however often people come, go and select. */
function useColours(people: ReadonlyMap<string, Person>): ReadonlyMap<string, number> {
  const [known, setKnown] = useState<ReadonlyMap<string, number>>(new Map());
  const isSame =
    known.size === people.size &&
    [...people.values()].every(({ id, colour }) => known.get(id) === colour);
  if (isSame) return known;
  const colours = new Map([...people.values()].map(({ id, colour }) => [id, colour]));
  setKnown(colours);
  return colours;
}
