// The look that is on; what is painted stays as long as nothing changes that it tells.

import { useMemo } from "react";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Status } from "#domain/talk/status.ts";
import {
  byHeat,
  byKind,
  byLabel,
  byPerson,
  byStatus,
  type Look,
} from "../../article/painting/look.ts";
import type { View } from "./view.ts";

type Known = {
  readonly scheme: Scheme;
  /** The same map until somebody's name or colour changes. */
  readonly people: ReadonlyMap<string, Person>;
  /** The same function until a status changes. */
  readonly statusOf: (annotation: Annotation) => Status;
};

export function useLook({ look, filter }: View, { scheme, people, statusOf }: Known): Look {
  const looks = {
    kind: useMemo(() => byKind(scheme), [scheme]),
    label: useMemo(() => byLabel(scheme), [scheme]),
    person: useMemo(() => byPerson((id) => people.get(id)?.colour ?? 0), [people]),
    status: useMemo(() => byStatus(statusOf), [statusOf]),
    heat: useMemo(() => byHeat(filter.heats), [filter.heats]),
  };
  return looks[look];
}
