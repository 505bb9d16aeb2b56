// From what was measured to rows: the figures of a case, and what is asked of them.

import type { ContenderName } from "./contenders.ts";
import type { Result } from "./load/job.ts";
import { median } from "./quantile.ts";
import { type Row, shown } from "./report.ts";

type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly of: (result: Result) => number;
};

const EACH_P50 = "to each receiver, p50";
const EACH_P99 = "to each receiver, p99";
const LAST_P50 = "to the last receiver, p50";
const LAST_P99 = "to the last receiver, p99";
const ANNOTATION_P99 = "annotation to the last, p99";
const CPU = "CPU per 1M deliveries";
const DELIVERED = "delivered";

const FIGURES: readonly Figure[] = [
  { name: EACH_P50, unit: "ms", of: ({ each }) => each.p50 },
  { name: EACH_P99, unit: "ms", of: ({ each }) => each.p99 },
  { name: LAST_P50, unit: "ms", of: ({ last }) => last.p50 },
  { name: LAST_P99, unit: "ms", of: ({ last }) => last.p99 },
  { name: ANNOTATION_P99, unit: "ms", of: ({ lastOfAnnotations }) => lastOfAnnotations.p99 },
  { name: CPU, unit: "s", of: ({ cpuSeconds, carried }) => (cpuSeconds / carried) * 1e6 },
  { name: DELIVERED, unit: "%", of: ({ delivered, expected }) => (delivered / expected) * 100 },
];

type Target =
  | { readonly atMost: number; readonly times: ContenderName }
  | { readonly atLeast: number };

const ALL_DELIVERED: Target = { atLeast: 100 };

/** Number of clients → figure → target. Other sizes are measured without a target. */
const TARGETS: Readonly<Record<number, Readonly<Record<string, Target>>>> = {
  30: {
    [LAST_P99]: { atMost: 2, times: "limit" },
    [CPU]: { atMost: 0.5, times: "hocuspocus" },
    [DELIVERED]: ALL_DELIVERED,
  },
  100: {
    [LAST_P99]: { atMost: 1, times: "hocuspocus" },
    [CPU]: { atMost: 0.55, times: "hocuspocus" },
    [DELIVERED]: ALL_DELIVERED,
  },
};

/** The rows of a room of `clients`, from the results of all rounds by the contender's name: medians. */
export function rowsOf(clients: number, results: ReadonlyMap<string, readonly Result[]>): Row[] {
  return FIGURES.map((figure) => {
    const medians = new Map(
      [...results].map(([name, rounds]) => [name, median(rounds.map(figure.of))]),
    );
    return rowOf(`${clients} clients`, figure, medians, TARGETS[clients]?.[figure.name]);
  });
}

function rowOf(
  name: string,
  { name: figure, unit }: Figure,
  medians: ReadonlyMap<string, number>,
  target: Target | undefined,
): Row {
  const { Postil: ours, limit, ...peers } = Object.fromEntries(medians);
  const base = baseOf(target, medians);
  const ratio = ours === undefined || base === undefined ? null : ours / base;
  return {
    case: name,
    figure,
    unit,
    ours: ours ?? null,
    peers,
    ...(limit === undefined ? {} : { limit }),
    ratio,
    target: target === undefined ? null : wordsOf(target, unit),
    met: target === undefined || ratio === null ? null : isMet(target, ratio),
  };
}

/** What `ours` is divided by. */
function baseOf(
  target: Target | undefined,
  medians: ReadonlyMap<string, number>,
): number | undefined {
  if (target === undefined) return medians.get("limit");
  return "times" in target ? medians.get(target.times) : target.atLeast;
}

const isMet = (target: Target, ratio: number): boolean =>
  "atMost" in target ? ratio <= target.atMost : ratio >= 1;

const wordsOf = (target: Target, unit: string): string =>
  "atMost" in target ? `<= ${target.atMost} x ${target.times}` : `>= ${target.atLeast} ${unit}`;

/** One line on one measurement. */
export function inShort(result: Result): string {
  return FIGURES.filter(({ name }) => [LAST_P50, LAST_P99, CPU, DELIVERED].includes(name))
    .map(({ name, unit, of }) => `${name} ${shown(of(result))} ${unit}`)
    .join("; ");
}
