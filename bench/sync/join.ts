// How long it takes to have an article of ten thousand annotations: the first one after the server was
// started (cold), thirty at once, and thirty more while it is open (warm).

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { type Contender, type ContenderName, peer, type Venue } from "../contenders.ts";
import { type JoinJob, joinedSchema } from "../load/join-job.ts";
import { residentMemory } from "../load/resident-memory.ts";
import { runScript } from "../load/run-script.ts";
import { say, shown } from "../report.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { type Case, contendersOf, inTurns, type Settings } from "./case.ts";
import type { Figure } from "./figures.ts";
import { atRest, type Filled, fill } from "./fill.ts";
import { promisedMemory } from "./promised-memory.ts";

const JOINERS = new URL("../load/joiners.ts", import.meta.url);
const CROWD = 30;
const LIMIT = "limit";
const MIB = 1024 * 1024;

/** Those that keep what they were told across a start; the others are filled once and run on. */
const DURABLE: readonly ContenderName[] = ["Postil", "official+leveldb", "hocuspocus+sqlite"];
const IN_MEMORY: readonly ContenderName[] = ["official", "hocuspocus"];

/** Milliseconds; NaN where a server has forgotten everything. */
type Joined = {
  readonly coldOne: number;
  readonly coldCrowd: number;
  readonly warmCrowd: number;
  /** The longest time for which the event loop stood still. */
  readonly delay: number;
  readonly bytes: number;
  /** Resident memory after all had come, in bytes. */
  readonly memory: number;
};

const FIGURES: readonly Figure<Joined>[] = [
  { name: "cold, 1 client", unit: "ms", of: ({ coldOne }) => coldOne, targets: [{ atMost: 150 }] },
  {
    name: `cold, last of ${CROWD}`,
    unit: "ms",
    of: ({ coldCrowd }) => coldCrowd,
    targets: [{ atMost: 450 }],
  },
  {
    name: `warm, last of ${CROWD}`,
    unit: "ms",
    of: ({ warmCrowd }) => warmCrowd,
    targets: [{ atMost: 2, times: "limit" }],
  },
  { name: "event loop held up", unit: "ms", of: ({ delay }) => delay, targets: [{ atMost: 50 }] },
  { name: "sent to one", unit: "MiB", of: ({ bytes }) => bytes / MIB },
  {
    name: "memory, of what is promised",
    unit: "%",
    of: ({ memory, bytes }) => (memory / promisedMemory(2 * CROWD, bytes)) * 100,
    targets: [{ atMost: 100 }],
  },
];

/** A filled article: what starts its server anew, or the server that runs on because it would forget. */
type Stock = {
  readonly stamps: number;
  readonly place: { readonly start: () => Promise<Venue> } | { readonly running: Venue };
};

export const JOIN: Case = {
  name: "join",
  run: async (settings) => {
    const stocks = new Map<string, Stock>();
    try {
      const contenders = await fillAll(stocks, settings);
      return await inTurns({
        title: `article of ${settings.annotations} annotations`,
        contenders,
        rounds: settings.rounds ?? 3,
        figures: FIGURES,
        measure: (contender) => measure(contender, stocks.get(contender.name)),
      });
    } finally {
      for (const { place } of stocks.values())
        if ("running" in place) await place.running.server.kill();
    }
  },
};

/** Fills `stocks`; returns whose they are, the limit among them: it sends what the first one was filled with. */
async function fillAll(stocks: Map<string, Stock>, settings: Settings): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const contender of contendersOf([...DURABLE, ...IN_MEMORY], settings)) {
    say(`${contender.name} is being filled`);
    const { place, stamps, content } = await stock(contender, settings.annotations);
    stocks.set(contender.name, { place, stamps });
    contenders.push(contender);
    if (stocks.has(LIMIT) || !settings.only.includes(LIMIT)) continue;
    const limit = readyFrame(content);
    const start = await limit.prepare({ rooms: 1, clients: CROWD });
    stocks.set(LIMIT, { place: { start }, stamps });
    contenders.push(limit);
  }
  return contenders;
}

function readyFrame(content: Buffer): Contender {
  const file = join(temporaryFolder(), "content");
  writeFileSync(file, content);
  return { name: LIMIT, dialect: "relay", prepare: peer(() => ["ready-frame", file]) };
}

async function stock(contender: Contender, annotations: number): Promise<Stock & Filled> {
  const start = await contender.prepare({ rooms: 1, clients: CROWD + 1 });
  const venue = await start();
  const began = performance.now();
  const filled = await fill(contender, venue.clients, annotations);
  const seconds = (performance.now() - began) / 1000;
  say(`  ${filled.updates} updates in ${shown(seconds)} s, ${filled.content.length} bytes`);
  if (!DURABLE.some((name) => name === contender.name))
    return { ...filled, place: { running: venue } };
  filled.leave();
  await atRest(venue.server.pid);
  await venue.server.kill();
  return { ...filled, place: { start } };
}

async function measure({ dialect }: Contender, stock: Stock | undefined): Promise<Joined> {
  if (!stock) throw new Error("This server was not filled.");
  const { place, stamps } = stock;
  if ("running" in place) {
    const { waves, ...rest } = await come(place.running, { dialect, stamps, waves: [CROWD] });
    return {
      coldOne: Number.NaN,
      coldCrowd: Number.NaN,
      warmCrowd: waves[0] ?? Number.NaN,
      ...rest,
    };
  }
  const one = await comeAfresh(place.start, { dialect, stamps, waves: [1] });
  const crowd = await comeAfresh(place.start, { dialect, stamps, waves: [CROWD, CROWD] });
  const [coldOne = Number.NaN] = one.waves;
  const [coldCrowd = Number.NaN, warmCrowd = Number.NaN] = crowd.waves;
  const delay = Math.max(one.delay, crowd.delay);
  return { coldOne, coldCrowd, warmCrowd, ...crowd, delay };
}

type Waves = Omit<JoinJob, "clients">;
type Come = z.infer<typeof joinedSchema> & Pick<Joined, "delay" | "memory">;

async function comeAfresh(start: () => Promise<Venue>, waves: Waves): Promise<Come> {
  const venue = await start();
  try {
    return await come(venue, waves);
  } finally {
    await venue.server.kill();
  }
}

async function come({ server, clients }: Venue, waves: Waves): Promise<Come> {
  await server.ask("delay");
  const joined = await runScript(JOINERS, { ...waves, clients }, joinedSchema);
  return { ...joined, delay: await server.ask("delay"), memory: residentMemory(server.pid) };
}
