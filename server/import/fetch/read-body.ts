// The body of an answer: counted on the wire and after it was inflated, and given up when it is slow.

import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { Unreadable } from "../unreadable.ts";
import type { FetchLimits } from "./fetch-limits.ts";

/** What a fetcher asks for. */
export const ACCEPT_ENCODING = "gzip, br";

/** Reads a body to its end. Rejects with Unreadable for one that is too large, too slow or encoded in another way. */
export async function readBody(
  body: Readable,
  encoding: string,
  limits: FetchLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const steps = [counted(limits.wire, () => {}), ...inflating(encoding)];
  const pace = watchPace(body, limits);
  const kept = counted(limits.inflated, (chunk) => chunks.push(chunk));
  kept.resume();
  try {
    await pipeline([body, ...steps, kept]);
  } finally {
    pace.end();
  }
  return Buffer.concat(chunks);
}

/** One encoding, or none: each further one can make a thousand times as much of what came. */
function inflating(encoding: string): Transform[] {
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return [];
    case "gzip":
    case "x-gzip":
      return [createGunzip()];
    case "br":
      return [createBrotliDecompress()];
    default:
      throw new Unreadable("page-refused");
  }
}

/** Passes on what comes, up to so many bytes. */
function counted(most: number, take: (chunk: Uint8Array) => void): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      size += chunk.length;
      if (size > most) return next(new Unreadable("page-too-large"));
      take(chunk);
      next(null, chunk);
    },
  });
}

/** Ends a body that comes more slowly than it may, once it had the time to begin. */
function watchPace(body: Readable, { bytesPerSecond, patience }: FetchLimits): { end(): void } {
  let size = 0;
  const begun = performance.now();
  body.on("data", (chunk: Uint8Array) => {
    size += chunk.length;
  });
  const timer = setInterval(() => {
    const seconds = (performance.now() - begun) / 1000;
    if (seconds * 1000 >= patience && size < bytesPerSecond * seconds) {
      body.destroy(new Unreadable("page-too-slow"));
    }
  }, patience / 4);
  return { end: () => clearInterval(timer) };
}
