// The cases in which people write at a steady pace: classrooms, many writers, many rooms, the promise
// for one room. Where a case has no target for a server, that server is left out.

import type { ContenderName, Size } from "../contenders.ts";
import { type Case, contendersOf, inTurns } from "./case.ts";
import type { Figure, Target } from "./figures.ts";
import { type Load, loadFresh, type Measured } from "./load.ts";

const KIB = 1024;
const WARMUP = 2;

/** What each person in a class does in a second. */
const CLASSROOM = { annotations: 1, presence: 5 };
const ROOMS = 500;

type Steady = {
  readonly name: string;
  readonly title: string;
  readonly size: Size;
  readonly pace: Pick<Load, "annotations" | "presence" | "keep">;
  readonly seconds: number;
  readonly rounds: number;
  readonly among: readonly ContenderName[];
  readonly figures: readonly Figure<Measured>[];
};

const DELIVERED: Figure<Measured> = {
  name: "delivered",
  unit: "%",
  of: ({ delivered, expected }) => (delivered / expected) * 100,
  targets: [{ atLeast: 100 }],
};

const cpu = (...targets: Target[]): Figure<Measured> => ({
  name: "CPU per 1M deliveries",
  unit: "s",
  of: ({ cpuSeconds, carried }) => (cpuSeconds / carried) * 1e6,
  ...(targets.length > 0 && { targets }),
});

type Quantile = "p50" | "p95" | "p99";

/** From the write to the last receiver. */
const last = (quantile: Quantile, ...targets: Target[]): Figure<Measured> => ({
  name: `to the last receiver, ${quantile}`,
  unit: "ms",
  of: (measured) => measured.last[quantile],
  ...(targets.length > 0 && { targets }),
});

const each = (quantile: Quantile): Figure<Measured> => ({
  name: `to each receiver, ${quantile}`,
  unit: "ms",
  of: (measured) => measured.each[quantile],
});

const ANNOTATION_P99: Figure<Measured> = {
  name: "annotation to the last, p99",
  unit: "ms",
  of: ({ lastOfAnnotations }) => lastOfAnnotations.p99,
};

const acknowledged = (...targets: Target[]): Figure<Measured> => ({
  name: "acknowledged, p99",
  unit: "ms",
  of: ({ acknowledgement }) => acknowledgement.p99,
  ...(targets.length > 0 && { targets }),
});

/** `p99` and `cost` are the targets of one size. */
const inClass = (p99: readonly Target[], cost: readonly Target[]): Figure<Measured>[] => [
  each("p50"),
  each("p99"),
  last("p50"),
  last("p99", ...p99),
  ANNOTATION_P99,
  acknowledged(),
  cpu(...cost),
  DELIVERED,
];

const PEERS = ["official", "official+leveldb", "hocuspocus", "hocuspocus+sqlite"] as const;

const CASES: readonly Steady[] = [
  {
    name: "classroom-30",
    title: "classroom of 30",
    size: { rooms: 1, clients: 30 },
    pace: CLASSROOM,
    seconds: 5,
    rounds: 3,
    among: ["Postil", "limit", ...PEERS],
    figures: inClass(
      [{ atMost: 2, times: "limit" }],
      [
        { atMost: 0.7, times: "official" },
        { atMost: 0.5, times: "hocuspocus" },
      ],
    ),
  },
  {
    name: "classroom-100",
    title: "classroom of 100",
    size: { rooms: 1, clients: 100 },
    pace: CLASSROOM,
    seconds: 5,
    rounds: 3,
    among: ["Postil", "limit", "limit per turn", ...PEERS],
    figures: inClass(
      [{ atMost: 1, times: "official" }],
      [
        { atMost: 0.55, times: "official" },
        { atMost: 0.55, times: "hocuspocus" },
        { atMost: 1.4, times: "limit per turn" },
      ],
    ),
  },
  {
    name: "classroom-300",
    title: "classroom of 300",
    size: { rooms: 1, clients: 300 },
    pace: CLASSROOM,
    seconds: 5,
    rounds: 3,
    among: ["Postil", "limit window", "hocuspocus"],
    figures: inClass([{ atMost: 25 }], [{ atMost: 0.5, times: "hocuspocus" }]),
  },
  {
    name: "writers",
    title: "50 writers, 200 annotations/s",
    size: { rooms: 1, clients: 50 },
    pace: { annotations: 4, presence: 0, keep: 20 },
    seconds: 6,
    rounds: 3,
    among: ["Postil", "limit", "limit per turn", ...PEERS],
    figures: [
      last("p99"),
      cpu(
        { atMost: 1.4, times: "limit" },
        { atMost: 0.7, times: "official" },
        { atMost: 0.6, times: "hocuspocus" },
      ),
      DELIVERED,
    ],
  },
  {
    name: "rooms",
    title: `${ROOMS} rooms of 4 clients`,
    size: { rooms: ROOMS, clients: 4 },
    pace: { annotations: 0.1, presence: 0.5 },
    seconds: 6,
    rounds: 1,
    among: ["Postil", "limit", ...PEERS],
    figures: [
      {
        name: "memory of a room",
        unit: "KiB",
        of: ({ memory, idleMemory }) => (memory - idleMemory) / ROOMS / KIB,
        targets: [{ atMost: 120 }],
      },
      {
        name: "CPU",
        unit: "%",
        of: ({ cpuSeconds, seconds }) => (cpuSeconds / seconds) * 100,
        targets: [{ atMost: 1.3, times: "limit" }],
      },
      last("p99"),
      DELIVERED,
    ],
  },
  {
    name: "promise",
    title: "300 writers, 300 annotations/s",
    size: { rooms: 1, clients: 300 },
    pace: { annotations: 1, presence: 0 },
    seconds: 10,
    rounds: 1,
    among: ["Postil"],
    figures: [
      last("p95", { atMost: 250 }),
      last("p99", { atMost: 1000 }),
      acknowledged({ atMost: 500 }),
      DELIVERED,
    ],
  },
];

export const STEADY: readonly Case[] = CASES.map(
  ({ name, title, size, pace, among, figures, ...normally }) => ({
    name,
    run: (settings) => {
      const seconds = settings.seconds ?? normally.seconds;
      return inTurns({
        title,
        contenders: contendersOf(among, settings),
        rounds: settings.rounds ?? normally.rounds,
        figures,
        measure: (contender, seed) =>
          loadFresh(contender, size, { ...pace, warmup: WARMUP, seconds, seed }),
      });
    },
  }),
);
