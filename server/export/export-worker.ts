// The thread that writes files of articles, one after the other, so that the server goes on serving.

import { parentPort, workerData } from "node:worker_threads";
import { deflateRawSync } from "node:zlib";
import { Zip, ZipPassThrough } from "fflate";
import type { Format, NamedFile } from "../formats/format.ts";
import { formatOf } from "../formats/formats.ts";
import type { MarkedAnnotation } from "../formats/marked-article.ts";
import type { Job, Order, Told } from "./export-messages.ts";

// what is sent to this thread is our own
const job = workerData as Job;
const format = await formatOf(job.format);
const zip = job.folder ? beginZip() : null;

/** Annotations of the next article that came before it. */
let parts: MarkedAnnotation[] = [];

parentPort?.on("message", (order: Order) => {
  obey(order).catch((failure: unknown) => tell({ failure }));
});
tell({ ready: true });

async function obey(order: Order): Promise<void> {
  if (order === "end") {
    zip?.end();
    tell({ done: true });
    return;
  }
  if ("part" in order) {
    parts.push(...order.part);
    return;
  }
  const { stem } = order;
  const marked = { ...order.marked, annotations: [...parts, ...order.marked.annotations] };
  parts = [];
  const files = (await format.writer?.write(marked, stem)) ?? [];
  if (zip) for (const file of together(files, stem)) addTo(zip, file);
  else sendAlone(files, stem, format);
  tell({ ready: true });
}

/** The files of one article among those of others: in a folder, unless there is one of its own name. */
function together(files: readonly NamedFile[], stem: string): readonly NamedFile[] {
  const [first, ...others] = files;
  if (others.length === 0 && first?.name.startsWith(`${stem}.`)) return files;
  return files.map(({ name, bytes }) => ({ name: `${stem}/${name}`, bytes }));
}

/** Sends one file as it is, several as a zip. */
function sendAlone(files: readonly NamedFile[], stem: string, { mediaType }: Format): void {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) {
    tell({ name: first.name, mediaType });
    send(first.bytes);
    return;
  }
  tell({ name: `${stem}.zip`, mediaType: "application/zip" });
  const whole = beginZip();
  for (const file of files) addTo(whole, file);
  whole.end();
}

function beginZip(): Zip {
  return new Zip((error, chunk) => (error ? tell({ failure: error }) : send(chunk)));
}

/** Packs three times as fast as zlib's own choice, and a twentieth less. */
const LEVEL = 3;

/** An entry of a zip that comes in one piece: Node packs it several times as fast as fflate. */
class Deflated extends ZipPassThrough {
  override compression = 8;

  protected override process(bytes: Uint8Array, isLast: boolean): void {
    super.process(deflateRawSync(bytes, { level: LEVEL }), isLast);
  }
}

function addTo(target: Zip, { name, bytes }: NamedFile): void {
  const entry = new Deflated(name);
  target.add(entry);
  entry.push(bytes, true);
}

/** Bytes that are handed over before the server's others have a turn. */
const PIECE = 1024 * 1024;

/** Hands bytes over in pieces; the server copies none. */
function send(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += PIECE) {
    const chunk = new Uint8Array(bytes.subarray(at, at + PIECE));
    parentPort?.postMessage({ chunk } satisfies Told, [chunk.buffer]);
  }
}

function tell(told: Told): void {
  parentPort?.postMessage(told);
}
