// How much one room can carry: fifty writers, ever faster, until what they write comes late.

import type { Contender, Venue } from "../contenders.ts";
import type { Result } from "../load/job.ts";
import { say, shown } from "../report.ts";
import { type Case, contendersOf, inTurns } from "./case.ts";
import type { Figure } from "./figures.ts";
import { isBusy, type Load, loadVenue } from "./load.ts";

const WRITERS = 50;

/** Annotations that each writer leaves there. */
const KEEP = 20;

/** Annotations a second of all writers together: where it begins, how fast it rises, where it gives up. */
const FIRST_RATE = 1000;
const LEAST_RATE = 100;
const RISE = 1.6;

/** So often it is tried between the last rate that was carried and the first that was not. */
const REFINEMENTS = 2;

/** More operations than any rate makes; each has numbers of its own, since the room keeps some of all. */
const OPERATIONS = 1_000_000;

/** The share of its annotations that a rate must really have written. */
const OFFERED = 0.9;

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
    for (let first = 0; climb.goesOn; first += OPERATIONS) {
      climb.note(await attempt(contender, venue, { rate: climb.rate, seconds, first }));
    }
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
  #isOver = false;

  get goesOn(): boolean {
    return !this.#isOver && this.#refinements <= REFINEMENTS && this.rate >= LEAST_RATE;
  }

  /** What the rate delivered in time; null when it was too fast. */
  note(carried: Tried | null): void {
    if (carried === null) this.#tooFast = this.rate;
    else {
      this.#carriedRate = this.rate;
      this.best = Math.max(carried.perSecond, this.best || 0);
      this.#isOver = carried.isTheirMost;
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

type Step = { readonly rate: number } & Pick<Load, "seconds" | "first">;

/** Deliveries a second, and whether the clients cannot write any faster. */
type Tried = { readonly perSecond: number; readonly isTheirMost: boolean };

/** Null when not all came in time. */
async function attempt(
  contender: Contender,
  venue: Venue,
  { rate, ...rest }: Step,
): Promise<Tried | null> {
  const pace = { annotations: rate / WRITERS, presence: 0, keep: KEEP };
  try {
    const load = { ...pace, ...rest, warmup: WARMUP, seed: rate };
    const result = await loadVenue(contender, venue, load);
    const perSecond = result.carried / rest.seconds;
    say(`  ${shown(rate)}/s: ${shown(perSecond)} deliveries/s, p99 ${shown(result.each.p99)} ms`);
    if (!isInTime(result)) return null;
    const isTheirMost = result.operations < OFFERED * rate * rest.seconds;
    if (isTheirMost) say("  The clients write no faster: it may carry more.");
    return { perSecond, isTheirMost };
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
