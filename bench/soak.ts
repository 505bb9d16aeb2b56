// Whether the server stays as it is: two hundred people in ten classes come, write, leave and are cut
// off. In the first third of the time it is killed again and again; after another third to warm up,
// its heap is watched. Ends with code 1 when anything is lost, double or back again, or the server
// said anything that it should not.

import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { articlePath } from "../domain/wire.ts";
import { socketUrl } from "./contenders.ts";
import { type Class, type Compared, compare, holdLessons } from "./durable/lessons.ts";
import { MortalServer } from "./durable/mortal-server.ts";
import { Visitor } from "./durable/visitor.ts";
import { readOptions } from "./options.ts";
import {
  addArticles,
  clientOf,
  enterAsGuest,
  enterAsGuests,
  restartable,
  sessionHeaders,
} from "./postil.ts";
import { report, say, shown } from "./report.ts";
import { seededRandom } from "./seeded-random.ts";
import { type Sample, slope } from "./slope.ts";
import { type Figure, rowsOf } from "./sync/figures.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const CLASSES = 10;

/** Minutes below which growth says nothing. */
const TELLING = 30;

const MB = 1e6;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a server prints that was started and is well. */
const FORESEEN = /^Postil is ready at |^Become its owner |ExperimentalWarning|--trace-warnings/;

type Soaked = Compared & {
  readonly kills: number;
  readonly acknowledged: number;
  /** Lines that the server should not have printed, deaths by itself included. */
  readonly unforeseen: number;
  readonly heap: readonly Sample[];
};

const FIGURES: readonly Figure<Soaked>[] = [
  { name: "kills", unit: "", of: ({ kills }) => kills },
  { name: "acknowledged", unit: "updates", of: ({ acknowledged }) => acknowledged },
  { name: "lost", unit: "annotations", of: ({ lost }) => lost, targets: [{ atMost: 0 }] },
  {
    name: "double or back",
    unit: "annotations",
    of: ({ double }) => double,
    targets: [{ atMost: 0 }],
  },
  {
    name: "unforeseen",
    unit: "lines",
    of: ({ unforeseen }) => unforeseen,
    targets: [{ atMost: 0 }],
  },
  {
    name: "heap in the end",
    unit: "MB",
    of: ({ heap }) => (heap.at(-1)?.value ?? Number.NaN) / MB,
  },
];

const GROWTH: Figure<Soaked> = {
  name: "heap growth",
  unit: "MB/h",
  of: ({ heap }) => (slope(heap) / MB) * HOUR,
};

const count = z.coerce.number<string>().int().positive();
const optionsSchema = z.object({
  minutes: z.coerce.number().positive().default(3),
  people: count.default(200),
  seed: z.coerce
    .number()
    .int()
    .default(() => Date.now() % 1_000_000),
  json: z.string().optional(),
});
type Options = z.infer<typeof optionsSchema>;

const options = readOptions(optionsSchema);
const soaked = await soak(options);
const isTelling = options.minutes >= TELLING;
const growth = isTelling ? { ...GROWTH, targets: [{ atMost: 1 }] } : GROWTH;
const title = `${options.people} people, ${shown(options.minutes)} minutes`;
report(rowsOf(title, [...FIGURES, growth], new Map([["Postil", [soaked]]])), options.json);
if (!isTelling) say(`Growth says something from ${TELLING} minutes on.`);
if (soaked.lost + soaked.double + soaked.unforeseen > 0) process.exitCode = 1;

async function soak({ minutes, people, seed }: Options): Promise<Soaked> {
  say(`${people} people for ${shown(minutes)} minutes with seed ${seed}`);
  const random = seededRandom(seed);
  let unforeseen = 0;
  const start = await restartable(temporaryFolder(), (line) => {
    if (FORESEEN.test(line)) return;
    unforeseen++;
    say(`The server said: ${line}`);
  });
  const server = new MortalServer(start, await start());
  try {
    const { classes, newcomer } = await enrol(server.url, people, random);
    const end = performance.now() + minutes * MINUTE;
    const lessons = classes.map(({ visitors }) => holdLessons(visitors, end, random));
    const kills = await server.dieAgainAndAgain((minutes * MINUTE) / 3, random);
    await wait((minutes * MINUTE) / 3);
    say(`${kills} kills; from now on its heap is watched`);
    const heap = await server.watchHeap((minutes * MINUTE) / 3);
    await Promise.all(lessons);
    const found = await Promise.all(classes.map((each) => compare(each, newcomer)));
    const visitors = classes.flatMap((each) => each.visitors);
    return {
      kills,
      acknowledged: sum(visitors, ({ acknowledged }) => acknowledged),
      lost: sum(visitors, ({ lost }) => lost) + sum(found, ({ lost }) => lost),
      double: sum(found, ({ double }) => double),
      unforeseen: unforeseen + server.deathsByItself,
      heap,
    };
  } finally {
    await server.end();
  }
}

type Enrolled = { readonly classes: readonly Class[]; readonly newcomer: Record<string, string> };

async function enrol(origin: string, people: number, random: () => number): Promise<Enrolled> {
  const guests = await enterAsGuests(origin, people);
  const articles = await addArticles(origin, guests, { count: CLASSES, each: CLASSES });
  const classes = articles.map((article, index) => {
    const url = socketUrl(origin, articlePath(article));
    const members = guests.filter((_, person) => person % CLASSES === index);
    const visitors = members.map((guest) => new Visitor(clientOf(guest, origin, url), random));
    return { url, visitors };
  });
  return { classes, newcomer: sessionHeaders(await enterAsGuest(origin), origin) };
}

function sum<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((total, each) => total + of(each), 0);
}
