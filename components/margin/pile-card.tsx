// Many notes on the same lines, folded into one.

import { memo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { classes } from "../ui/classes.ts";
import { Face } from "./face.tsx";
import { Glyph, LabelName } from "./label-name.tsx";
import { type MarginProps, personOf } from "./margin-props.ts";

type PileCardProps = { readonly members: readonly Placed[]; readonly margin: MarginProps };

/** Pressing it selects its first annotation, which unfolds it. While one of its members is pointed at in the text, it shows that one. */
export const PileCard = memo(function PileCard({ members, margin }: PileCardProps) {
  const words = useTranslations("margin");
  const format = useFormatter();
  const { scheme, hand } = margin;
  const pointed = pointedIn({ members, margin });
  const [first] = members;
  const counts = scheme.kinds
    .map((kind) => ({
      kind,
      count: members.filter(({ annotation }) => annotation.kind === kind.id).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <div
      className={classes(
        "relative rounded-e-md border border-transparent border-s-2 border-s-rule-strong px-3 py-2 transition-colors duration-150 hover:bg-sunken",
        pointed && "bg-sunken",
      )}
    >
      <button
        type="button"
        aria-expanded="false"
        onClick={() => first && hand.open(first.annotation.id)}
        className="flex w-full items-center gap-3 text-start after:absolute after:inset-0"
      >
        {pointed ? (
          <PointedMember placed={pointed} margin={margin} />
        ) : (
          <>
            <span className="shrink-0 text-muted">
              {words("notes-here", { count: members.length })}
            </span>
            <span className="flex flex-wrap gap-2">
              {counts.map(({ kind, count }) => (
                <span
                  key={kind.id}
                  data-kind={kind.id}
                  className="flex items-center gap-1 text-(--line)"
                >
                  <Glyph kind={kind.id} glyph={kind.glyph} />
                  {format.number(count)}
                  <span className="sr-only">{kind.name}</span>
                </span>
              ))}
            </span>
          </>
        )}
      </button>
    </div>
  );
}, looksSame);

function pointedIn({ members, margin }: PileCardProps): Placed | undefined {
  return members.find(({ annotation }) => margin.hovered[0] === annotation.id);
}

/** Whether two piles look the same; people are told apart only in the one that is pointed at. */
function looksSame(a: PileCardProps, b: PileCardProps): boolean {
  const pointed = pointedIn(a);
  return (
    a.margin.scheme === b.margin.scheme &&
    a.margin.hand === b.margin.hand &&
    pointed?.annotation === pointedIn(b)?.annotation &&
    (pointed === undefined || a.margin.people === b.margin.people) &&
    a.members.length === b.members.length &&
    a.members.every(({ annotation }, index) => annotation === b.members[index]?.annotation)
  );
}

function PointedMember({
  placed: { annotation },
  margin,
}: {
  readonly placed: Placed;
  readonly margin: MarginProps;
}) {
  const words = useTranslations("margin");
  const author = personOf(words, margin.people, annotation.author);
  return (
    <span className="flex w-full min-w-0 items-center gap-2">
      <span className="min-w-0 grow">
        <LabelName scheme={margin.scheme} kind={annotation.kind} label={annotation.label} />
      </span>
      <Face person={author} className="size-5" />
      <bdi className="max-w-24 truncate text-muted text-sm">{author.name}</bdi>
    </span>
  );
}
