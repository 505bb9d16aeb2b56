// From what was measured to rows: the figures of a case, and what is asked of them.

import type { ContenderName } from "../contenders.ts";
import { median } from "../quantile.ts";
import { type Row, shown } from "../report.ts";

/** Something that is read off every measurement of a case. */
export type Figure<Measured> = {
  readonly name: string;
  readonly unit: string;
  /** NaN when this measurement says nothing about it. */
  readonly of: (measured: Measured) => number;
  /** Each target is a row of its own. */
  readonly targets?: readonly Target[];
};

/** A bound, or a bound on ours divided by a contender's. */
export type Target = ({ readonly atMost: number } | { readonly atLeast: number }) & {
  readonly times?: ContenderName;
};

/** Contender → what was measured in each round. */
export type Results<Measured> = ReadonlyMap<string, readonly Measured[]>;

/** The rows of one case: medians of all rounds. */
export function rowsOf<Measured>(
  name: string,
  figures: readonly Figure<Measured>[],
  results: Results<Measured>,
): Row[] {
  return figures.flatMap((figure) => {
    const medians = new Map(
      [...results].map(([contender, rounds]) => [contender, median(rounds.map(figure.of))]),
    );
    const targets = figure.targets ?? [null];
    return targets.map((target) => rowOf(name, figure, { medians, target }));
  });
}

type Medians = ReadonlyMap<string, number>;

function rowOf(
  name: string,
  { name: figure, unit }: Pick<Figure<never>, "name" | "unit">,
  { medians, target }: { readonly medians: Medians; readonly target: Target | null },
): Row {
  const { Postil: ours = Number.NaN, limit, ...peers } = Object.fromEntries(medians);
  const ratio = ours / baseOf(target, medians);
  return {
    case: name,
    figure,
    unit,
    ours: known(ours),
    peers: Object.fromEntries(Object.entries(peers).map(([peer, value]) => [peer, known(value)])),
    ...(limit === undefined ? {} : { limit: known(limit) }),
    ratio: known(ratio),
    target: target && wordsOf(target, unit),
    met: target && isMet(target, ours, ratio),
  };
}

/** JSON has no word for what is not a number. */
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

const boundOf = (target: Target): number => ("atMost" in target ? target.atMost : target.atLeast);

/** What ours is divided by. */
function baseOf(target: Target | null, medians: Medians): number {
  if (target === null) return medians.get("limit") ?? Number.NaN;
  if (target.times === undefined) return boundOf(target);
  return medians.get(target.times) ?? Number.NaN;
}

/** Null when it cannot be told. */
function isMet(target: Target, ours: number, ratio: number): boolean | null {
  const value = target.times === undefined ? ours : ratio;
  if (Number.isNaN(value)) return null;
  return "atMost" in target ? value <= target.atMost : value >= target.atLeast;
}

function wordsOf(target: Target, unit: string): string {
  const sign = "atMost" in target ? "<=" : ">=";
  const bound = shown(boundOf(target));
  return target.times === undefined
    ? `${sign} ${bound} ${unit}`.trimEnd()
    : `${sign} ${bound} x ${target.times}`;
}

/** One line on one measurement. */
export function inShort<Measured>(
  figures: readonly Figure<Measured>[],
  measured: Measured,
): string {
  return figures
    .map(({ name, unit, of }) => ({ name, unit, value: of(measured) }))
    .filter(({ value }) => !Number.isNaN(value))
    .map(({ name, unit, value }) => `${name} ${shown(value)} ${unit}`)
    .join("; ");
}
