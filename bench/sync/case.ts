// One question about the server, and how it is put to it and to the others in turns.

import { CONTENDERS, type Contender, type ContenderName } from "../contenders.ts";
import { type Row, say } from "../report.ts";
import { type Figure, inShort, type Results, rowsOf } from "./figures.ts";

/** What the command line says about every case; undefined leaves it to the case. */
export type Settings = {
  readonly only: readonly ContenderName[];
  readonly rounds?: number | undefined;
  readonly seconds?: number | undefined;
  /** Annotations of the article that is joined. */
  readonly annotations: number;
};

export type Case = {
  /** As the command line names it. */
  readonly name: string;
  readonly run: (settings: Settings) => Promise<Row[]>;
};

/** The contenders of these names, in their order, as far as they were asked for. */
export function contendersOf(
  names: readonly ContenderName[],
  { only }: Pick<Settings, "only">,
): Contender[] {
  return CONTENDERS.filter(({ name }) => names.includes(name) && only.includes(name));
}

type Turns<Measured> = {
  /** What the rows call this case. */
  readonly title: string;
  readonly contenders: readonly Contender[];
  readonly rounds: number;
  readonly figures: readonly Figure<Measured>[];
  readonly measure: (contender: Contender, round: number) => Promise<Measured>;
};

/** Measures every contender once in each round, each time beginning with another one. */
export async function inTurns<Measured>({
  title,
  contenders,
  rounds,
  figures,
  measure,
}: Turns<Measured>): Promise<Row[]> {
  const results = new Map<string, Measured[]>();
  for (let round = 0; round < rounds; round++) {
    for (const contender of rotated(contenders, round)) {
      const measured = await measure(contender, round);
      const { name } = contender;
      say(`${title}, round ${round + 1}/${rounds}, ${name}: ${inShort(figures, measured)}`);
      results.set(name, [...(results.get(name) ?? []), measured]);
    }
  }
  return rowsOf(title, figures, results satisfies Results<Measured>);
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
