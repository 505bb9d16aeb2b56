// How much one room can carry: fifty writers, ever faster, until what they write comes late.

import type { Contender, Venue } from "../contenders.ts";
import type { Result } from "../load/job.ts";
import { say, shown } from "../report.ts";
import { type Case, contendersOf, inTurns } from "./case.ts";
import type { Figure } from "./figures.ts";
import { isBusy, loadVenue } from "./load.ts";

const WRITERS = 50;

/** Annotations that each writer leaves there. */
const KEEP = 20;

/** Annotations a second of all writers together: where it begins, how fast it rises, where it gives up. */
const FIRST_RATE = 1000;
const LEAST_RATE = 100;
const RISE = 1.6;

/** So often it is tried between the last rate that was carried and the first that was not. */
const REFINEMENTS = 2;

const WARMUP = 1;
const SECONDS = 3;

/** Milliseconds within which 99 of 100 deliveries must arrive. */
const IN_TIME = 250;

/** Deliveries a second. */
type Carried = { readonly perSecond: number };

const FIGURES: readonly Figure<Carried>[] = [
  {
    name: `most in time (p99 <= ${IN_TIME} ms)`,
    unit: "deliveries/s",
    of: ({ perSecond }) => perSecond,
    targets: [
      { atLeast: 4, times: "official" },
      { atLeast: 1.25, times: "hocuspocus" },
    ],
  },
];

export const MOST: Case = {
  name: "most",
  run: (settings) =>
    inTurns({
      title: `${WRITERS} writers, ever faster`,
      contenders: contendersOf(
        [
          "Postil",
          "limit per turn",
          "official",
          "official+leveldb",
          "hocuspocus",
          "hocuspocus+sqlite",
        ],
        settings,
      ),
      rounds: settings.rounds ?? 1,
      figures: FIGURES,
      measure: (contender) => search(contender, settings.seconds ?? SECONDS),
    }),
};

async function search(contender: Contender, seconds: number): Promise<Carried> {
  const start = await contender.prepare({ rooms: 1, clients: WRITERS });
  const venue = await start();
  const climb = new Climb();
  try {
    while (climb.goesOn) climb.note(await attempt(contender, venue, { rate: climb.rate, seconds }));
  } finally {
    await venue.server.kill();
  }
  return { perSecond: climb.best };
}

/**
 * Which rate is tried next: ever faster ones, or slower ones until the first that is carried; then
 * some between the best and the slowest that was too fast.
 */
class Climb {
  rate = FIRST_RATE;
  /** Deliveries a second. */
  best = Number.NaN;
  #carriedRate = 0;
  #tooFast = Number.POSITIVE_INFINITY;
  #refinements = 0;

  get goesOn(): boolean {
    return this.#refinements <= REFINEMENTS && this.rate >= LEAST_RATE;
  }

  /** `perSecond`: what the rate delivered in time; null when it was too fast. */
  note(perSecond: number | null): void {
    if (perSecond === null) this.#tooFast = this.rate;
    else {
      this.#carriedRate = this.rate;
      this.best = Math.max(perSecond, this.best || 0);
    }
    this.rate = Math.round(this.#next());
  }

  #next(): number {
    if (this.#tooFast === Number.POSITIVE_INFINITY) return this.rate * RISE;
    if (this.#carriedRate === 0) return this.rate / RISE;
    this.#refinements++;
    return Math.sqrt(this.#carriedRate * this.#tooFast);
  }
}

type Step = { readonly rate: number; readonly seconds: number };

/** Deliveries a second, or null when not all came in time. */
async function attempt(
  contender: Contender,
  venue: Venue,
  { rate, seconds }: Step,
): Promise<number | null> {
  const pace = { annotations: rate / WRITERS, presence: 0, keep: KEEP };
  try {
    const load = { ...pace, warmup: WARMUP, seconds, seed: rate };
    const result = await loadVenue(contender, venue, load);
    const perSecond = result.carried / seconds;
    say(`  ${shown(rate)}/s: ${shown(perSecond)} deliveries/s, p99 ${shown(result.each.p99)} ms`);
    return isInTime(result) ? perSecond : null;
  } catch (error) {
    if (!venue.server.isUp()) throw error;
    say(`  ${shown(rate)}/s: a client was cut off`);
    return null;
  }
}

function isInTime(result: Result): boolean {
  const isGood = result.delivered === result.expected && result.each.p99 <= IN_TIME;
  if (!isGood && isBusy(result)) say("  It may have been the clients that were too slow.");
  return isGood;
}
