// What was measured, by case, figure and page.

import { median } from "../quantile.ts";
import { shown } from "../report.ts";

/** Everything that is measured. */
export const FIGURES = {
  painted: "load to highlights painted",
  alive: "load to live page",
  create: "created by hand to painted",
  add: "somebody else's to painted",
  addWork: "somebody else's, CPU",
  burst: "100 of others to painted",
  scroll: "scrolled frame, CPU",
  key: "key press, CPU",
  slow: "first load on slow 4G",
  positions: "all positions resolved",
  placed: "all annotations placed",
  bytes: "annotation in a layer",
  read: "all annotations read from layers",
} as const;

export type Figure = keyof typeof FIGURES;

/** What was measured on one page, or in one run. */
export type Measured = Partial<Record<Figure, readonly number[]>>;

export class Samples {
  readonly #values = new Map<string, number[]>();

  add(where: string, page: string, measured: Measured): void {
    for (const [figure, values] of Object.entries(measured)) {
      const key = keyOf(where, figure, page);
      this.#values.set(key, [...(this.#values.get(key) ?? []), ...values]);
    }
  }

  /** The median of all values; null when there is none. */
  median(where: string, figure: Figure, page: string): number | null {
    const values = this.#values.get(keyOf(where, figure, page));
    return values === undefined ? null : median(values);
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join("\n");

/** One line on what was measured: medians. */
export function inShort(measured: Measured): string {
  return Object.entries(measured)
    .map(([figure, values]) => `${figure} ${shown(median(values))}`)
    .join(", ");
}
