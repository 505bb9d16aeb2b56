// Two thousand connections that do nothing: whether they are all taken in, and what they cost.

import { type Case, contendersOf, inTurns } from "./case.ts";
import type { Figure } from "./figures.ts";
import { loadVenue } from "./load.ts";
import { promisedMemory } from "./promised-memory.ts";

const ARTICLES = 20;
const IN_EACH = 100;
const CONNECTIONS = ARTICLES * IN_EACH;
const SECONDS = 5;

const KB = 1000;
const MB = 1000 * KB;

/** Bytes. */
type Crowded = {
  readonly connections: number;
  readonly alone: number;
  readonly perConnection: number;
  readonly memory: number;
};

const FIGURES: readonly Figure<Crowded>[] = [
  {
    name: "connections",
    unit: "",
    of: ({ connections }) => connections,
    targets: [{ atLeast: CONNECTIONS }],
  },
  { name: "memory before anybody came", unit: "MB", of: ({ alone }) => alone / MB },
  {
    name: "memory of an idle connection",
    unit: "KB",
    of: ({ perConnection }) => perConnection / KB,
    targets: [{ atMost: 40 }],
  },
  {
    name: "memory, of what is promised",
    unit: "%",
    of: ({ connections, memory }) => (memory / promisedMemory(connections, 0)) * 100,
    targets: [{ atMost: 100 }],
  },
];

export const CROWD: Case = {
  name: "crowd",
  run: (settings) =>
    inTurns({
      title: `${CONNECTIONS} idle connections`,
      contenders: contendersOf(["Postil"], settings),
      rounds: settings.rounds ?? 1,
      figures: FIGURES,
      measure: async (contender) => {
        const start = await contender.prepare({ rooms: ARTICLES, clients: IN_EACH });
        const venue = await start();
        try {
          const pace = { annotations: 0, presence: 0, warmup: 1, seed: 0 };
          const load = { ...pace, seconds: settings.seconds ?? SECONDS };
          const { memory, idleMemory } = await loadVenue(contender, venue, load);
          return {
            connections: venue.clients.length,
            alone: idleMemory,
            perConnection: (memory - idleMemory) / CONNECTIONS,
            memory,
          };
        } finally {
          await venue.server.kill();
        }
      },
    }),
};
