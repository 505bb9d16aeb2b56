// What somebody is adding, kept in this browser until it is added or thrown away, in case they leave.

import * as z from "zod/mini";
import { keep, recall } from "../ui/browser-memory.ts";
import { type Arrival, beforeOf } from "./arrival.ts";
import { fullAddress, nameOf, READINGS } from "./given.ts";
import { heldFile, holdFile, holdOnly } from "./held-files.ts";
import { forgetKept, KEPT_KEY } from "./kept-key.ts";
import { WHOLE } from "./trim.ts";

/** For how long, in milliseconds. The server keeps what was brought in for an hour; later it comes anew. */
const LIFE = 24 * 60 * 60 * 1000;

const text = z.string();
const line = z.exactOptional(text);
const indexes = z.array(z.int());

const givenSchema = z.discriminatedUnion("what", [
  z.object({ what: z.literal("address"), address: text }),
  z.object({ what: z.literal("lost-file"), name: text }),
  z.object({
    ...{ what: z.literal("words"), plain: text, html: z.nullable(text), as: z.enum(READINGS) },
  }),
]);

const beforeSchema = z.object({
  said: z.object({ title: line, byline: line, source: line, language: line }),
  out: indexes,
  lengths: indexes,
});

const keptSchema = z.object({
  ...{ id: text, at: z.number(), given: givenSchema },
  /** What it is offered by; null for words that have no title yet. */
  name: z.nullable(text),
  import: z.nullable(text),
  before: z.nullable(beforeSchema),
});

const typedSchema = z.object({ address: text, text });

/** `person`: whose it is; `space`: where it was to go. */
const memorySchema = z.object({
  ...{ person: text, space: text, arrivals: z.array(keptSchema), typed: typedSchema },
});

export type KeptArrival = z.infer<typeof keptSchema>;
/** What stands in the fields and was not brought in. */
export type Typed = z.infer<typeof typedSchema>;
export type Memory = z.infer<typeof memorySchema>;

export const NOTHING_TYPED: Typed = { address: "", text: "" };

/** What a person was adding; null when there is nothing. What somebody else left is gone then. */
export function recallKept(person: string, now: number): Memory | null {
  const json = recall(KEPT_KEY);
  if (json === null) return null;
  const memory = memorySchema.safeParse(parsed(json));
  if (memory.success && memory.data.person === person) {
    const arrivals = memory.data.arrivals.filter(({ at }) => at > now - LIFE);
    return { ...memory.data, arrivals };
  }
  forgetKept();
  return null;
}

/** What a page has that is not added yet. */
export type Unadded = {
  readonly person: string;
  readonly space: string;
  readonly all: readonly Arrival[];
  readonly typed: Typed;
};

/**
 * Keeps what a page has, in the place of what it had under the ids that are `its` own; what other pages keep stays.
 * From then on what it has is its own.
 */
export function keepArrivals(unadded: Unadded, its: Set<string>, now: number): void {
  const { person, space, all } = unadded;
  const old = recallKept(person, now);
  const others = old?.arrivals.filter(({ id }) => !its.has(id)) ?? [];
  const own = all.flatMap((arrival) => keptOf(arrival, old, now));
  const typed = typedAlone(unadded);
  for (const { id } of own) its.add(id);
  for (const { id, given } of all) if (given.what === "file") holdFile(id, given.file);
  holdOnly(new Set([...others, ...own].map(({ id }) => id)));
  const isEmpty = others.length + own.length === 0 && typed.address + typed.text === "";
  const memory = { person, space, arrivals: [...others, ...own], typed };
  if (!isEmpty) keep(KEPT_KEY, JSON.stringify(memory));
  else if (old !== null) keep(KEPT_KEY, null);
}

/** Which of a page's `its` own another page of this browser has added or thrown away, or whose person left. */
export function goneElsewhere(person: string, its: ReadonlySet<string>): string[] {
  const there = new Set(recallKept(person, 0)?.arrivals.map(({ id }) => id));
  return [...its].filter((id) => !there.has(id));
}

/** Takes something out of what is kept, and returns it; it may be put back. */
export function takeOut(person: string, ids: ReadonlySet<string>, now: number): Memory | null {
  const old = recallKept(person, now);
  if (old === null) return null;
  const rest = { ...old, arrivals: old.arrivals.filter(({ id }) => !ids.has(id)) };
  keep(KEPT_KEY, JSON.stringify(rest));
  return { ...old, arrivals: old.arrivals.filter(({ id }) => ids.has(id)) };
}

export function putBack({ arrivals, ...old }: Memory, now: number): void {
  const there = recallKept(old.person, now)?.arrivals ?? [];
  const memory = { ...old, arrivals: [...there, ...arrivals] };
  keep(KEPT_KEY, JSON.stringify(memory));
}

/** An arrival that takes up where it was left. */
export function arrivalOf({ id, given, import: known, before }: KeptArrival): Arrival {
  const { out, said, lengths } = before ?? { out: [], said: {}, lengths: [] };
  const trim = { ...WHOLE, out: new Set(out) };
  const kept = { import: known, before: before && { said, lengths, trim } };
  const file = heldFile(id);
  return { id, given: file ? { what: "file", file } : given, kept, stage: { at: "waiting" } };
}

/** Nothing of what was refused, but of what was there before. */
function keptOf({ id, given, stage, kept }: Arrival, old: Memory | null, now: number) {
  if (stage.at === "refused" && kept === null) return [];
  const ready = stage.at === "ready" ? stage : null;
  const before = ready ? beforeOf(ready) : (kept?.before ?? null);
  const at = old?.arrivals.find((each) => each.id === id)?.at ?? now;
  const title = ready?.draft.title.trim() || nameOf(given);
  return [
    {
      ...{ id, at, name: title, import: ready?.came.id ?? kept?.import ?? null },
      given: given.what === "file" ? { what: "lost-file", name: given.file.name } : given,
      before: before && { said: before.said, out: [...before.trim.out], lengths: before.lengths },
    },
  ];
}

/** Without what was brought in: that is kept as such. */
function typedAlone({ all, typed: { address, text } }: Unadded): Typed {
  const given = all.flatMap((each) => (each.stage.at === "refused" ? [] : [each.given]));
  const whole = fullAddress(address);
  return {
    address: given.some((one) => one.what === "address" && one.address === whole) ? "" : address,
    text: given.some((one) => one.what === "words" && one.plain === text) ? "" : text,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
