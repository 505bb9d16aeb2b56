// A line of the list: an annotation with what it is sorted and grouped by.

import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Person } from "#domain/person.ts";
import { KINDS, kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import type { Status } from "#domain/talk/status.ts";
import { nameOf } from "../margin/label-name.tsx";

export type Entry = {
  readonly annotation: Annotation;
  /** Where it stands in reading order, from 0. */
  readonly place: number;
  /** Whether its words are gone from the text. */
  readonly lost: boolean;
  readonly author: Person;
  /** The name of its label, or of its kind while it has none. */
  readonly label: string;
  /** Where its label stands in the scheme; those without one come first in their kind. */
  readonly rank: number;
  readonly status: Status;
};

export type Known = {
  readonly scheme: Scheme;
  readonly personOf: (id: string) => Person;
  readonly statusOf: (annotation: Annotation) => Status;
};

/** The lines for annotations in reading order. */
export function entriesOf(placed: readonly Placed[], known: Known): readonly Entry[] {
  return placed.map(({ annotation, range }, place) => ({
    annotation,
    place,
    lost: range === null,
    author: known.personOf(annotation.author),
    label: nameOf(known.scheme, annotation.kind, annotation.label),
    rank: rankOf(known.scheme, annotation),
    status: known.statusOf(annotation),
  }));
}

/** More labels than a kind ever has. */
const MANY = 10_000;

function rankOf(scheme: Scheme, { kind, label }: Annotation): number {
  const { labels } = kindOf(scheme, kind);
  return KINDS.indexOf(kind) * MANY + labels.findIndex(({ id }) => id === label) + 1;
}
