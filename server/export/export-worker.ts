// The thread that writes files of articles, one after the other, so that the server goes on serving.

import { parentPort, workerData } from "node:worker_threads";
import { Zip, ZipDeflate } from "fflate";
import type { Format, NamedFile } from "../formats/format.ts";
import { formatOf } from "../formats/formats.ts";
import type { Job, Order, Told } from "./export-messages.ts";

// what is sent to this thread is our own
const job = workerData as Job;
const format = await formatOf(job.format);
const zip = job.folder ? beginZip() : null;

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
  const { marked, stem } = order;
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
    tell({ chunk: first.bytes });
    return;
  }
  tell({ name: `${stem}.zip`, mediaType: "application/zip" });
  const whole = beginZip();
  for (const file of files) addTo(whole, file);
  whole.end();
}

function beginZip(): Zip {
  return new Zip((error, chunk) => tell(error ? { failure: error } : { chunk }));
}

function addTo(target: Zip, { name, bytes }: NamedFile): void {
  const entry = new ZipDeflate(name, { level: 6 });
  target.add(entry);
  entry.push(bytes, true);
}

function tell(told: Told): void {
  parentPort?.postMessage(told);
}
