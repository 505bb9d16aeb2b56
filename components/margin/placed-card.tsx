// The card of a placed annotation, filled in from what the margin knows.

import { useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation-index.ts";
import { AnnotationCard } from "./annotation-card.tsx";
import { type MarginProps, personOf } from "./margin-props.ts";

type PlacedCardProps = {
  readonly placed: Placed;
  readonly margin: MarginProps;
  readonly row?: boolean;
};

export function PlacedCard({ placed: { annotation }, margin, row = false }: PlacedCardProps) {
  const words = useTranslations("margin");
  const { id, author } = annotation;
  return (
    <AnnotationCard
      annotation={annotation}
      author={personOf(words, margin.people, author)}
      mine={author === margin.me.id}
      selected={margin.selected === id}
      chosen={margin.chosen.has(id)}
      hovered={margin.hovered.includes(id)}
      writing={margin.writing.has(id)}
      row={row}
      scheme={margin.scheme}
      hand={margin.hand}
    />
  );
}
