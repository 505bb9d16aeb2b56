// The notes beside the article, each level with its words.

import { type RefObject, useMemo } from "react";
import type { Placed } from "#domain/annotation-index.ts";
import type { ArticleGeometry } from "../article/article-view-props.ts";
import { placeCards, type Standing } from "./card-layout.ts";
import { LostWords } from "./lost-words.tsx";
import type { MarginProps } from "./margin-props.ts";
import { type Slot, slotsOf } from "./pile.ts";
import { PileCard } from "./pile-card.tsx";
import { PlacedCard } from "./placed-card.tsx";
import { useHeights } from "./use-heights.ts";
import { useStretch } from "./use-stretch.ts";
import { useTops } from "./use-tops.ts";

type Props = MarginProps & {
  readonly geometry: RefObject<ArticleGeometry | null>;
  /** The element around the article. */
  readonly article: RefObject<HTMLElement | null>;
  /** Counts up whenever lines may have moved. */
  readonly layout: number;
};

/** With fewer slots than this all are drawn, for screen readers and for finding in the page. */
const DRAW_ALL = 80;

/** What a slot is expected to need until it was measured, in CSS pixels. */
const EXPECTED = { card: 96, row: 40, pile: 40 } as const;

export function Margin({ geometry, article, layout, ...margin }: Props) {
  const { placed, selected } = margin;
  const { wishes, room } = useTops({ placed, geometry, article, layout });
  const [heights, watch] = useHeights();
  const slots = useMemo(() => slotsOf(wishes, selected, room), [wishes, selected, room]);
  const standing = useMemo(
    () =>
      slots.map(
        ({ key, top, form }): Standing => ({
          key,
          top,
          height: heights.get(`${form} ${key}`) ?? EXPECTED[form],
        }),
      ),
    [slots, heights],
  );
  const places = useMemo(() => placeCards(standing, selected), [standing, selected]);
  const drawn = useDrawn(slots, places, selected, article);
  const end = Math.max(0, ...standing.map(({ key, height }) => (places.get(key) ?? 0) + height));
  const byId = useMemo(() => new Map(placed.map((each) => [each.annotation.id, each])), [placed]);
  return (
    <>
      <ul className="relative" style={{ height: end }}>
        {drawn.map((slot) => (
          <li
            key={slot.key}
            ref={watch}
            data-slot={`${slot.form} ${slot.key}`}
            style={{ transform: `translateY(${places.get(slot.key) ?? slot.top}px)` }}
            className={`absolute inset-x-0 top-0 transition-transform duration-150 ${slot.key === selected ? "z-10" : ""}`}
          >
            <SlotContent slot={slot} byId={byId} margin={margin} />
          </li>
        ))}
      </ul>
      <LostWords margin={margin} />
    </>
  );
}

/** The slots near the window, and the one that is selected. */
function useDrawn(
  slots: readonly Slot[],
  places: ReadonlyMap<string, number>,
  selected: string | null,
  article: RefObject<HTMLElement | null>,
): readonly Slot[] {
  const { from, to } = useStretch();
  if (slots.length < DRAW_ALL) return slots;
  const offset = article.current?.offsetTop ?? 0;
  return slots.filter(({ key, top }) => {
    const place = (places.get(key) ?? top) + offset;
    return key === selected || (place > from && place < to);
  });
}

type SlotContentProps = {
  readonly slot: Slot;
  readonly byId: ReadonlyMap<string, Placed>;
  readonly margin: MarginProps;
};

function SlotContent({ slot, byId, margin }: SlotContentProps) {
  const members = slot.ids.map((id) => byId.get(id)).filter((each) => each !== undefined);
  const [first] = members;
  if (!first) return null; // deleted since the last measuring
  if (slot.form === "pile") return <PileCard members={members} margin={margin} />;
  return <PlacedCard placed={first} margin={margin} row={slot.form === "row"} />;
}
