// The notes beside the article, each level with its words.

import { memo, useMemo } from "react";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { classes } from "../ui/classes.ts";
import { placeCards, type Standing } from "./card-layout.ts";
import { LostWords } from "./lost-words.tsx";
import type { MarginProps } from "./margin-props.ts";
import { NewSign } from "./new-sign.tsx";
import { type Slot, slotsOf } from "./pile.ts";
import { PileCard } from "./pile-card.tsx";
import { PlacedCard } from "./placed-card.tsx";
import { type Details, useDetails } from "./use-details.ts";
import { useHeights } from "./use-heights.ts";
import { type NearbyProps, useNearby } from "./use-nearby.ts";

/** What a slot is expected to need until it was measured, in CSS pixels. */
const EXPECTED = { card: 96, row: 40, pile: 40 } as const;

type WideProps = MarginProps & NearbyProps & { readonly details: Details };

export const Margin = memo(function Margin(props: WideProps) {
  const { index, geometry, article, layout, shows, details, ...margin } = props;
  const { selected } = margin;
  const { notes, room, isAll, glides } = useNearby({
    index,
    geometry,
    article,
    layout,
    shows,
    selected,
  });
  const [heights, watch] = useHeights();
  const slots = useMemo(() => slotsOf(notes, selected, room), [notes, selected, room]);
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
  // steady while only some are drawn, so that scrolling moves nothing
  const least = isAll ? 0 : room;
  const end = Math.max(
    least,
    ...standing.map(({ key, height }) => (places.get(key) ?? 0) + height),
  );
  const byId = useMemo(() => new Map(notes.map(({ id, placed }) => [id, placed])), [notes]);
  const holders = useMemo(
    () => slots.map(({ key, ids }) => ({ id: slotId(key), notes: membersOf(ids, byId) })),
    [slots, byId],
  );
  useDetails(details, index, holders);
  return (
    <>
      <ul className="relative" style={{ height: end }}>
        {slots.map((slot) => (
          <li
            key={slot.key}
            id={slotId(slot.key)}
            ref={watch}
            data-slot={`${slot.form} ${slot.key}`}
            // not a transform: each of those would cost a little of every scrolled frame
            style={{ top: places.get(slot.key) ?? slot.top }}
            className={classes(
              "absolute inset-x-0",
              glides && "transition-[top] duration-150",
              slot.key === selected && "z-10",
            )}
          >
            <NewSign ids={slot.ids} />
            <SlotContent slot={slot} byId={byId} margin={margin} />
          </li>
        ))}
      </ul>
      <LostWords margin={margin} />
    </>
  );
});

const slotId = (key: string): string => `slot-${key}`;

const membersOf = (ids: readonly string[], byId: ReadonlyMap<string, Placed>): readonly Placed[] =>
  ids.map((id) => byId.get(id)).filter((each) => each !== undefined);

type SlotContentProps = {
  readonly slot: Slot;
  readonly byId: ReadonlyMap<string, Placed>;
  readonly margin: MarginProps;
};

function SlotContent({ slot, byId, margin }: SlotContentProps) {
  const members = membersOf(slot.ids, byId);
  const [first] = members;
  if (!first) return null;
  if (slot.form === "pile") return <PileCard members={members} margin={margin} />;
  return <PlacedCard placed={first} margin={margin} row={slot.form === "row"} />;
}
