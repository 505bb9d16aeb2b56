// One hostile update of each class for somebody's own layer, and the answer that it has to get; for tests.

import { RECORD_BYTES } from "#domain/annotation/annotation-record.ts";
import type { Refusal } from "#domain/wire.ts";
import { content, handMadeUpdate } from "./hand-made-update.ts";

/** What the layer holds before: `client` wrote the entry `a` of the map `f` at clock 0. */
type Victim = {
  readonly client: number;
  /** A client id of somebody else, and one of nobody. */
  readonly foreign: number;
  readonly fresh: number;
};

type HostileUpdate = {
  readonly what: string;
  readonly update: Uint8Array;
  readonly refusal: Refusal;
};

/** The entry that all well-formed parts are made of. */
export const honestUpdate = (client: number, clock: number): Uint8Array =>
  handMadeUpdate([{ client, clock, structs: [{ parent: "f", key: "x", ...content.any("fine") }] }]);

export function hostileLayerUpdates({ client, foreign, fresh }: Victim): HostileUpdate[] {
  return [
    ...hostileShapes(client),
    ...hostileValues(client),
    ...hostileNumbers(client),
    ...hostileReferences(client, fresh),
    {
      what: "another's client id",
      refusal: "foreign-client",
      update: honestUpdate(foreign, 1),
    },
    {
      what: "another's client id, to burn its clocks",
      refusal: "foreign-client",
      update: handMadeUpdate([{ client: foreign, clock: 1, structs: [content.collected(1000)] }]),
    },
  ];
}

function hostileShapes(client: number): HostileUpdate[] {
  const at = { parent: "f", key: "x" };
  const shapes = {
    "an unknown root": { parent: "default", key: "x", ...content.any(1) },
    "a list instead of a map": { parent: "f", ...content.any(1) },
    "a parent inside the layer": { parent: [client, 0], key: "x", ...content.any(1) },
    "a right neighbour": { rightOrigin: [client, 0], ...content.any(1) },
    "a nested type": { ...at, ...content.type(1) },
    "a subdocument": { ...at, ...content.subdocument("b7c2") },
    "a text": { ...at, ...content.text("words") },
    "a mark": { ...at, ...content.mark("bold", "true") },
    "an embed": { ...at, ...content.embed("{}") },
    "old JSON": { ...at, ...content.json("1") },
    "too many bytes": { ...at, ...content.binary(new Uint8Array(RECORD_BYTES + 1)) },
    "a skipped run": content.skip(3),
    "no value": { ...at, ...content.any() },
    "several living values": { ...at, ...content.any(1, 2) },
    "a long key": { parent: "f", key: "k".repeat(201), ...content.any(1) },
    "a key of the prototype": { parent: "f", key: "__proto__", ...content.any(1) },
  } as const;
  return Object.entries(shapes).map(([what, struct]) => ({
    what,
    refusal: "malformed",
    update: handMadeUpdate([{ client, clock: 1, structs: [struct] }]),
  }));
}

function hostileValues(client: number): HostileUpdate[] {
  let deep: unknown = 1;
  for (let depth = 0; depth < 9; depth++) deep = [deep];
  const values = {
    undefined: content.any(undefined),
    "a big integer": content.any(10n),
    "not a number": content.any(Number.NaN),
    infinity: content.any(Number.NEGATIVE_INFINITY),
    "a deep value": content.any(deep),
    "a long string": content.any("n".repeat(20_001)),
    "a NUL": content.any("a\u0000b"),
    "a key of the prototype inside": content.any(JSON.parse('{"__proto__": 1}')),
    "a constructor inside": content.any({ constructor: 1 }),
    "bytes inside a value": content.any(new Uint8Array(1)),
    "broken UTF-8": content.value(119, 2, 0xc3, 0x28),
    "an unknown kind of value": content.value(99),
    "a million announced entries": content.value(117, 0xc0, 0x84, 0x3d),
    "a million announced keys": content.value(118, 0xc0, 0x84, 0x3d),
    "a million announced letters": content.value(119, 0xc0, 0x84, 0x3d),
    "an endless integer": content.value(125, ...Array<number>(9).fill(0xff)),
  };
  return Object.entries(values).map(([what, value]) => ({
    what,
    refusal: "malformed",
    update: handMadeUpdate([{ client, clock: 1, structs: [{ parent: "f", key: "x", ...value }] }]),
  }));
}

/** 2^28 in seven-bit groups: what a few bytes can announce. */
const HUGE = [0x80, 0x80, 0x80, 0x80, 0x01];

function hostileNumbers(client: number): HostileUpdate[] {
  const honest = honestUpdate(client, 1);
  const id = honestUpdate(client, 1).slice(2, honest.length - 12);
  const bytes = {
    nothing: [],
    "half an update": [...honest.slice(0, honest.length >> 1)],
    "bytes left over": [...honest, 0],
    "many announced clients": [...HUGE, 1],
    "many announced structs": [1, ...HUGE, 1, 0],
    "many announced deletions": [0, ...HUGE],
    "many announced ranges": [0, 1, 1, ...HUGE],
    "a client without structs": [1, 0, 1, 0, 0],
    "a number longer than needed": [0x80, 0x00, 0],
    "a number without end": Array<number>(12).fill(0xff),
    "an empty run": [1, 1, ...id.slice(0, 1), 0, 0, 0, 0],
    "an empty deletion": [0, 1, 1, 1, 0, 0],
    "flags on a collected run": [1, 1, 1, 0, 0x80, 1, 0],
  };
  return Object.entries(bytes).map(([what, update]) => ({
    what,
    refusal: "malformed",
    update: Uint8Array.from(update),
  }));
}

function hostileReferences(client: number, fresh: number): HostileUpdate[] {
  const write = (clock: number, origin: readonly [number, number]) =>
    handMadeUpdate([{ client, clock, structs: [{ origin, ...content.any(1) }] }]);
  const cycle = handMadeUpdate([
    { client: fresh, clock: 0, structs: [{ origin: [fresh + 1, 0], ...content.any(1) }] },
    { client: fresh + 1, clock: 0, structs: [{ origin: [fresh, 0], ...content.any(1) }] },
  ]);
  return [
    { what: "a gap", refusal: "gap", update: honestUpdate(client, 5) },
    { what: "a gap from nothing", refusal: "gap", update: honestUpdate(fresh, 1) },
    { what: "itself", refusal: "unknown-reference", update: write(1, [client, 1]) },
    { what: "its own future", refusal: "unknown-reference", update: write(1, [client, 50]) },
    { what: "what nobody has", refusal: "unknown-reference", update: write(1, [fresh, 0]) },
    { what: "a circle", refusal: "unknown-reference", update: cycle },
    {
      what: "a deletion of what nobody has",
      refusal: "unknown-reference",
      update: handMadeUpdate([], [[fresh, [[0, 1]]]]),
    },
    {
      what: "a deletion of the future",
      refusal: "unknown-reference",
      update: handMadeUpdate([], [[client, [[0, 100]]]]),
    },
  ];
}
