// The card of a placed annotation, filled in from what the margin knows.

import { useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Person } from "#domain/person.ts";
import { useTalk } from "../talk/use-talk.ts";
import { AnnotationCard } from "./annotation-card.tsx";
import { type MarginProps, personOf } from "./margin-props.ts";

type PlacedCardProps = {
  readonly placed: Placed;
  readonly margin: MarginProps;
  readonly row?: boolean;
};

/** For most cards: what changes all the time must not draw them anew. */
const NO_PEOPLE: ReadonlyMap<string, Person> = new Map();
const NO_WRITERS: readonly Person[] = [];

export function PlacedCard({ placed: { annotation }, margin, row = false }: PlacedCardProps) {
  const words = useTranslations("margin");
  const { id, author } = annotation;
  const talk = useTalk(margin.desk.talk, id);
  const selected = margin.selected === id;
  return (
    <AnnotationCard
      annotation={annotation}
      author={personOf(words, margin.people, author)}
      mine={author === margin.me.id}
      selected={selected}
      chosen={margin.chosen.has(id)}
      hovered={margin.hovered.includes(id)}
      writers={margin.writers.get(id) ?? NO_WRITERS}
      talk={talk}
      desk={margin.desk}
      people={selected || talk.hidden ? margin.people : NO_PEOPLE}
      row={row}
      scheme={margin.scheme}
      hand={margin.hand}
    />
  );
}
