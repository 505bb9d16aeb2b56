// From what was measured of pages to rows: the figures of a case, and what is asked of them.

import { FIGURES, type Figure, type Samples } from "./paint/samples.ts";
import { PAGES } from "./paint/visits.ts";
import { type Row, shown } from "./report.ts";

const UNITS: Partial<Record<Figure, string>> = { bytes: "B" };

/** What does as little as can be done. */
const LIMITS: Partial<Record<Figure, string>> = { key: PAGES.editor, positions: PAGES.yjs };

const RECOGITO = { name: "recogito", pages: [PAGES.spans, PAGES.css] } as const;
const MARKS = { name: "marks", pages: [PAGES.marks] } as const;
const BARE = { name: "no annotations", pages: [PAGES.bare] } as const;
const EDITOR_FIRST = { name: "editor first", pages: [PAGES.editorFirst] } as const;
const BINDING = { name: "y-tiptap", pages: [PAGES.binding] } as const;

/** The quickest of several pages, times a number; or a number by itself. */
type Target =
  | {
      readonly atMost: number;
      readonly times: { readonly name: string; readonly pages: readonly string[] };
    }
  | { readonly atMost: number; readonly times?: never };

type Targets = Partial<Record<Figure, readonly Target[]>>;

const FOR_ALL: Targets = { bytes: [{ atMost: 130 }] };

/** Case → figure → targets; of several each makes a row of its own. */
const TARGETS: Readonly<Record<string, Targets>> = {
  "10k x 1k": {
    painted: [{ atMost: 1 / 8, times: RECOGITO }],
    create: [{ atMost: 1 / 4, times: RECOGITO }],
    add: [{ atMost: 1 / 4, times: RECOGITO }],
    burst: [
      { atMost: 1 / 8, times: RECOGITO },
      { atMost: 1 / 80, times: MARKS },
    ],
    key: [{ atMost: 1.25, times: BARE }],
    scroll: [{ atMost: 1.5, times: BARE }],
    slow: [{ atMost: 1 / 2.8, times: EDITOR_FIRST }],
  },
  "10k x 10k": {
    painted: [{ atMost: 1 / 25, times: RECOGITO }],
    create: [{ atMost: 1 / 12, times: RECOGITO }],
    add: [{ atMost: 1 / 12, times: RECOGITO }],
    scroll: [{ atMost: 1.5, times: BARE }],
  },
  "100k x 10k": {
    painted: [{ atMost: 1 / 100, times: RECOGITO }],
    key: [{ atMost: 1.1, times: BARE }],
    scroll: [{ atMost: 1.5, times: BARE }],
    positions: [{ atMost: 1 / 12, times: BINDING }],
  },
};

/** The rows of a case, from the medians of what was measured; a figure that nobody measured has none. */
export function rowsOf(where: string, samples: Samples): Row[] {
  return figures.flatMap((figure) => {
    const ours = samples.median(where, figure, PAGES.postil);
    if (ours === null) return [];
    const targets = TARGETS[where]?.[figure] ?? FOR_ALL[figure] ?? [undefined];
    return targets.map((target) => rowOf({ where, figure, ours, target, samples }));
  });
}

const figures = Object.keys(FIGURES).filter((key): key is Figure => key in FIGURES);

type Ask = {
  readonly where: string;
  readonly figure: Figure;
  readonly ours: number;
  readonly target: Target | undefined;
  readonly samples: Samples;
};

function rowOf({ where, figure, ours, target, samples }: Ask): Row {
  const limitName = LIMITS[figure];
  const measured = Object.values(PAGES).flatMap((page) => {
    const value = samples.median(where, figure, page);
    return page === PAGES.postil || page === limitName || value === null ? [] : [[page, value]];
  });
  const limit = limitName === undefined ? null : samples.median(where, figure, limitName);
  const base = baseOf(where, figure, target, samples) ?? limit;
  const ratio = base === null ? null : ours / base;
  return {
    case: where,
    figure: FIGURES[figure],
    unit: UNITS[figure] ?? "ms",
    ours,
    peers: Object.fromEntries(measured),
    ...(limit === null ? {} : { limit }),
    ratio,
    target: target ? inWords(target, UNITS[figure] ?? "ms") : null,
    met:
      target === undefined || ratio === null ? null : ratio <= (target.times ? target.atMost : 1),
  };
}

/** What ours is divided by; null when it was not measured. */
function baseOf(
  where: string,
  figure: Figure,
  target: Target | undefined,
  samples: Samples,
): number | null {
  if (target === undefined) return null;
  if (target.times === undefined) return target.atMost;
  const values = target.times.pages
    .map((page) => samples.median(where, figure, page))
    .filter((value) => value !== null);
  return values.length === 0 ? null : Math.min(...values);
}

function inWords({ atMost, times }: Target, unit: string): string {
  if (times === undefined) return `<= ${atMost} ${unit}`;
  return atMost < 1 ? `<= 1/${shown(1 / atMost)} x ${times.name}` : `<= ${atMost} x ${times.name}`;
}
