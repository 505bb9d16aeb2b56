// How an article with its annotations is taken along: how long that takes, how much larger the server
// gets, and for how long it does nothing else.

import type { FormatId } from "../../domain/format-ids.ts";
import { cpuSeconds } from "../load/cpu-time.ts";
import { residentMemory } from "../load/resident-memory.ts";
import { type Guest, sessionHeaders } from "../postil.ts";
import { type Row, say } from "../report.ts";
import type { RunningServer } from "../run-server.ts";
import { type Figure, inShort, rowsOf } from "../sync/figures.ts";
import { forgetPeak, peakMemory } from "./peak-memory.ts";
import { secondsToWrite, unpacked } from "./plain-cost.ts";

const MIB = 1024 * 1024;

type Taken = {
  readonly seconds: number;
  /** Seconds of the processor, for all that the server did meanwhile. */
  readonly cpu: number;
  /** Bytes. */
  readonly size: number;
  readonly memory: number;
  /** Milliseconds. */
  readonly delay: number;
};

const FIGURES: readonly Figure<Taken>[] = [
  { name: "seconds", unit: "s", of: ({ seconds }) => seconds, targets: [{ atMost: 2 }] },
  { name: "seconds beside writing it", unit: "s", of: ({ seconds }) => seconds },
  { name: "CPU", unit: "s", of: ({ cpu }) => cpu },
  { name: "sent", unit: "MiB", of: ({ size }) => size / MIB },
  { name: "memory of the server, more", unit: "MiB", of: ({ memory }) => memory / MIB },
  { name: "event loop held up", unit: "ms", of: ({ delay }) => delay, targets: [{ atMost: 50 }] },
];

/** As what an article is asked for: a file, or what the API tells in one answer. */
export type Asked = FormatId | "json";

type Wish = { readonly id: string; readonly format: Asked };

/** Takes an article along once, by the names that people have, and returns what came. */
export async function takeAlong(
  server: RunningServer,
  guest: Guest,
  { id, format }: Wish,
): Promise<{ readonly rows: Row[]; readonly files: Readonly<Record<string, Uint8Array>> }> {
  const before = residentMemory(server.pid);
  forgetPeak(server.pid);
  await server.ask("delay");
  const used = cpuSeconds(server.pid);
  const start = performance.now();
  const path = `/api/articles/${id}/annotations?format=${format}&names=shown`;
  const answer = await fetch(server.url + path, { headers: sessionHeaders(guest, server.url) });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const taken = {
    seconds: (performance.now() - start) / 1000,
    cpu: cpuSeconds(server.pid) - used,
    delay: await server.ask("delay"),
    memory: peakMemory(server.pid) - before,
    size: bytes.length,
  };
  if (!answer.ok) throw new Error(`${format}: ${new TextDecoder().decode(bytes)}`);
  const title = `${format} out`;
  say(`${title}: ${inShort(FIGURES, taken)}`);
  const nothing = { cpu: Number.NaN, size: Number.NaN, memory: Number.NaN, delay: Number.NaN };
  const limit = { ...nothing, seconds: secondsToWrite(bytes) };
  const rows = rowsOf(
    title,
    FIGURES,
    new Map([
      ["Postil", [taken]],
      ["limit", [limit]],
    ]),
  );
  return { rows, files: unpacked(bytes) };
}
