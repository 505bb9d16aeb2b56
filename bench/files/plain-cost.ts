// What it costs to do no more with a file than to unpack and read its letters, or to write and pack them.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { median } from "../quantile.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** How often each is done; the first time, nothing is compiled. */
const TIMES = 3;

const folder = temporaryFolder();

/** Files by their names; one that is no zip has none. */
export function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  return isZip(bytes) ? unzipSync(bytes) : { "": bytes };
}

/** Seconds to unpack a file and to decode its text, or to parse its JSON. */
export function secondsToRead(bytes: Uint8Array): number {
  return secondsFor(() => Object.values(unpacked(bytes)).map(read));
}

/** Seconds to encode what a file holds, to pack it if it is packed, and to put it on the disk. */
export function secondsToWrite(bytes: Uint8Array): number {
  const contents = Object.entries(unpacked(bytes)).map(
    ([name, file]) => [name, read(file)] as const,
  );
  return secondsFor(() => {
    const files = contents.map(([name, content]) => [name, written(content)] as const);
    const [first] = files;
    const file =
      isZip(bytes) || first === undefined ? zipSync(Object.fromEntries(files)) : first[1];
    writeFileSync(join(folder, "file"), file);
  });
}

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

/** Its text, or its value when it is JSON. */
function read(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return { json: JSON.parse(text) };
  } catch {
    return text;
  }
}

const written = (content: unknown): Uint8Array =>
  new TextEncoder().encode(
    typeof content === "string" ? content : JSON.stringify(content, null, 2),
  );

function secondsFor(work: () => unknown): number {
  const seconds = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return median(seconds);
}
