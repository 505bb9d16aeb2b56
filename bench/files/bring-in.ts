// How a long text comes in through the API: how long it takes, and how large the process gets that reads it.

import { type Guest, sessionHeaders } from "../postil.ts";
import { type Row, say } from "../report.ts";
import type { RunningServer } from "../run-server.ts";
import { type Figure, inShort, rowsOf } from "../sync/figures.ts";
import type { LongText } from "./long-texts.ts";
import { withChildPeak } from "./peak-memory.ts";
import { secondsToRead } from "./plain-cost.ts";

const MIB = 1024 * 1024;

type Brought = { readonly seconds: number; readonly peak: number };

const FIGURES: readonly Figure<Brought>[] = [
  { name: "seconds", unit: "s", of: ({ seconds }) => seconds, targets: [{ atMost: 5 }] },
  { name: "seconds beside reading it", unit: "s", of: ({ seconds }) => seconds },
  { name: "memory of the reader", unit: "MiB", of: ({ peak }) => peak / MIB },
];

/** Brings a file in, once. */
export async function bringIn(
  server: RunningServer,
  guest: Guest,
  { name, mediaType, bytes }: LongText,
): Promise<Row[]> {
  const start = performance.now();
  const { result, peak } = await withChildPeak(server.pid, async () => {
    const answer = await fetch(`${server.url}/api/imports`, {
      method: "POST",
      headers: {
        ...sessionHeaders(guest, server.url),
        ...{ "content-type": mediaType, "x-file-name": `long.${name}` },
      },
      body: bytes.slice(),
    });
    return { status: answer.status, text: await answer.text() };
  });
  const seconds = (performance.now() - start) / 1000;
  if (result.status !== 201) throw new Error(`${name} was refused: ${result.text.slice(0, 300)}`);
  const title = `${name} in`;
  say(`${title}: ${inShort(FIGURES, { seconds, peak })}`);
  const limit = { seconds: secondsToRead(bytes), peak: Number.NaN };
  return rowsOf(
    title,
    FIGURES,
    new Map([
      ["Postil", [{ seconds, peak }]],
      ["limit", [limit]],
    ]),
  );
}
