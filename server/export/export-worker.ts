// The thread that writes files of articles, one after the other, so that the server goes on serving.

import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { Zip } from "fflate";
import type { Format, NamedFile } from "../formats/format.ts";
import { formatOf } from "../formats/formats.ts";
import type { MarkedAnnotation } from "../formats/marked-article.ts";
import { Packer } from "./deflated-entry.ts";
import type { Job, Order, Told, Word } from "./export-messages.ts";

/** Whoever waits for a file waits a little longer, so that nobody waits for a word that is typed. */
const NICENESS = 5;

// elsewhere, this would be the priority of the whole server
if (process.platform === "linux") setPriority(NICENESS);

// what is sent to this thread is our own
const job = workerData as Job;
const format = await formatOf(job.format);
const zip = job.folder ? beginZip() : null;

const packer = new Packer();

/** Annotations of the next article that came before it. */
let parts: MarkedAnnotation[] = [];

/** Resolved when the next file of an article is wanted. */
let wanted = Promise.withResolvers<void>();

parentPort?.on("message", (word: Word) => {
  if (word === "go on") wanted.resolve();
  else obey(word).catch((failure: unknown) => tell({ failure }));
});
tell({ ready: "order" });

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
  if (zip) await addAll(zip, files, folderFor(files, stem));
  else await sendAlone(files, stem, format);
  tell({ ready: "order" });
}

/** Where the files of one article stand among those of others: in a folder, unless there is one of its own name. */
function folderFor([first, ...others]: readonly NamedFile[], stem: string): string {
  return others.length === 0 && first?.name.startsWith(`${stem}.`) ? "" : `${stem}/`;
}

/** Sends one file as it is, several as a zip. */
async function sendAlone(
  files: readonly NamedFile[],
  stem: string,
  { mediaType }: Format,
): Promise<void> {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) {
    tell({ name: first.name, mediaType });
    send(first.bytes);
    return;
  }
  tell({ name: `${stem}.zip`, mediaType: "application/zip" });
  const whole = beginZip();
  await addAll(whole, files, "");
  whole.end();
}

/** Packs one file after the other, the next one when the reader has taken enough of those before. */
async function addAll(target: Zip, files: readonly NamedFile[], folder: string): Promise<void> {
  for (const [index, file] of files.entries()) {
    if (index > 0) await untilWanted();
    packer.addTo(target, folder + file.name, file);
  }
}

function untilWanted(): Promise<void> {
  wanted = Promise.withResolvers();
  tell({ ready: "file" });
  return wanted.promise;
}

function beginZip(): Zip {
  return new Zip((error, chunk) => (error ? tell({ failure: error }) : send(chunk)));
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
