"use client";
// The names of those who have just selected something, at the place; they fade after two seconds.

import { type ReactNode, useLayoutEffect, useState } from "react";
import type { ArticleStage } from "../article-stage.ts";
import type { ForeignSelection } from "../painting/painter.ts";

/** A selection with its owner's name. */
export type NamedSelection = ForeignSelection & { readonly id: string; readonly name: string };

type Flag = NamedSelection & { readonly left: number; readonly top: number };

type SelectionFlagsProps = {
  readonly others: readonly NamedSelection[];
  readonly stage: ArticleStage;
};

export function SelectionFlags({ others, stage }: SelectionFlagsProps): ReactNode {
  const [flags, setFlags] = useState<readonly Flag[]>([]);

  useLayoutEffect(() => {
    setFlags(
      others.flatMap((each) => {
        const point = stage.pointOf(each.range);
        return point ? [{ ...each, ...point }] : [];
      }),
    );
  }, [others, stage]);

  return flags.map(({ id, name, colour, range, left, top }) => (
    <span
      // Another selection is another flag, so that it is shown anew
      key={`${id} ${range.start} ${range.end}`}
      className="article-flag"
      style={{ left, top, background: `var(--person-${colour})` }}
      aria-hidden
    >
      {name}
    </span>
  ));
}
