// How quick the article page is and what it costs: highlights painted, annotations made and received,
// text edited and scrolled, in a real browser, beside others with the same data.

import { z } from "zod";
import { buildPages } from "../launch/pages.mjs";
import { readOptions } from "./options.ts";
import { type Corpus, makeCorpus, nameOf, type Size } from "./paint/corpus.ts";
import { measureLayers } from "./paint/measure-layers.ts";
import { measureReading, measureSlowLoad, measureTyping } from "./paint/measure-page.ts";
import { measurePositions } from "./paint/measure-positions.ts";
import { inShort, type Measured, Samples } from "./paint/samples.ts";
import { Venue } from "./paint/venue.ts";
import * as visits from "./paint/visits.ts";
import { rowsOf } from "./paint-rows.ts";
import { report, say } from "./report.ts";

const SMALLEST: Size = { words: 1000, annotations: 100 };
const SIZES: readonly Size[] = [
  SMALLEST,
  { words: 10_000, annotations: 1000 },
  { words: 10_000, annotations: 10_000 },
  { words: 100_000, annotations: 10_000 },
];
const CASES = SIZES.map(nameOf);

/** What `--quick` measures, once. */
const QUICK_CASES = CASES.slice(0, 2);

/** The case of the slow network. */
const SLOW_CASE = "10k x 1k";

/** In this case recogito takes a minute for each load, and is loaded once. */
const LONG_CASE = "100k x 10k";

const PARTS = ["reading", "typing", "slow", "positions", "bytes"] as const;

/** The parts that need no browser. */
const BARE_PARTS: ReadonlySet<string> = new Set(["positions", "bytes"]);

const list = z.string().transform((text) => text.split(","));
const optionsSchema = z.object({
  json: z.string().optional(),
  rounds: z.coerce.number<string>().int().positive().optional(),
  case: list.pipe(z.array(z.enum(CASES))).optional(),
  only: list.pipe(z.array(z.enum(PARTS))).default([...PARTS]),
  quick: z.boolean(),
});
type Options = z.infer<typeof optionsSchema>;

await run(readOptions(optionsSchema));

async function run({ json, quick, only, ...options }: Options): Promise<void> {
  const rounds = options.rounds ?? (quick ? 1 : 3);
  const cases = options.case ?? (quick ? QUICK_CASES : CASES);
  const sizes = SIZES.filter((size) => cases.includes(nameOf(size)));
  const samples = new Samples();
  for (const size of sizes) measureWithoutBrowser(makeCorpus(size), { rounds, only, samples });
  if (!only.every((part) => BARE_PARTS.has(part))) {
    await visitAll(sizes, { rounds, only, samples });
  }
  report(
    cases.flatMap((name) => rowsOf(name, samples)),
    json,
  );
}

async function visitAll(
  sizes: readonly Size[],
  { rounds, only, samples }: Plan & { readonly rounds: number },
): Promise<void> {
  await buildPages();
  const venue = await Venue.open();
  say(`Chromium ${venue.chromium.version}`);
  try {
    await venue.warmUp(makeCorpus(SMALLEST));
    for (let round = 0; round < rounds; round++) {
      for (const size of sizes) {
        const corpus = makeCorpus(size);
        say(`round ${round + 1}/${rounds}, ${corpus.name}`);
        await measureInBrowser(venue, corpus, { round, only, samples });
      }
    }
  } finally {
    await venue.close();
  }
}

type Plan = {
  readonly only: Options["only"];
  readonly samples: Samples;
};

function measureWithoutBrowser(
  corpus: Corpus,
  { rounds, only, samples }: Plan & { readonly rounds: number },
): void {
  const note = (page: string, measured: Measured): void => samples.add(corpus.name, page, measured);
  if (only.includes("bytes")) {
    const { bytes, read } = measureLayers(corpus, rounds);
    note(visits.PAGES.postil, { bytes: [bytes], read });
  }
  if (!only.includes("positions")) return;
  for (const { postil, placed, binding, yjs } of measurePositions(corpus, rounds)) {
    note(visits.PAGES.postil, { positions: [postil], placed: [placed] });
    note(visits.PAGES.binding, { positions: [binding] });
    note(visits.PAGES.yjs, { positions: [yjs] });
  }
}

async function measureInBrowser(
  venue: Venue,
  corpus: Corpus,
  { round, only, samples }: Plan & { readonly round: number },
): Promise<void> {
  const note = (page: string, measured: Measured): void => {
    say(`  ${page}: ${inShort(measured)}`);
    samples.add(corpus.name, page, measured);
  };
  if (only.includes("reading")) {
    for (const open of rotated(readersOf(corpus, round), round)) {
      const page = await open(venue, corpus);
      note(page.name, await measureReading(venue, corpus, page));
    }
  }
  if (only.includes("typing")) {
    for (const page of rotated(await visits.editingPages(venue, corpus), round)) {
      note(page.name, await measureTyping(venue, corpus, page));
    }
  }
  if (only.includes("slow") && corpus.name === SLOW_CASE) {
    for (const open of rotated([visits.readPostil, visits.readEditorFirst], round)) {
      const page = await open(venue, corpus);
      note(page.name, await measureSlowLoad(venue, page));
    }
  }
}

/** Who reads in this round. Nobody keeps ten thousand annotations as marks. */
function readersOf({ name, annotations }: Corpus, round: number): visits.OpenReading[] {
  const recogito = name === LONG_CASE && round > 0 ? [] : [visits.readSpans, visits.readCss];
  const marks = annotations.length > 1000 ? [] : [visits.readMarks];
  return [visits.readPostil, visits.readBare, ...recogito, ...marks];
}

/** Each round begins with another page, so that none always comes first. */
function rotated<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
