// A steady load on one venue: the generator is run, and told of when it was what was measured.

import type { Contender, Size, Venue } from "../contenders.ts";
import { type Job, type Result, resultSchema } from "../load/job.ts";
import { residentMemory } from "../load/resident-memory.ts";
import { runScript } from "../load/run-script.ts";
import { say, shown } from "../report.ts";

/** Above this share of the time the generator itself is what delays messages: at work, or waiting for a core. */
const BUSY_GENERATOR = 0.8;

const GENERATOR = new URL("../load/generator.ts", import.meta.url);

export type Load = Omit<Job, "dialect" | "clients" | "serverPid">;

/** `idleMemory`: resident memory of the server before anybody came, in bytes. */
export type Measured = Result & { readonly idleMemory: number };

/** Prepares, starts and loads a server, and ends it. */
export async function loadFresh(contender: Contender, size: Size, load: Load): Promise<Measured> {
  const start = await contender.prepare(size);
  const venue = await start();
  try {
    return await loadVenue(contender, venue, load);
  } finally {
    await venue.server.kill();
  }
}

/** Loads a server that runs. Rejects when a client was refused or cut off. */
export async function loadVenue(
  { dialect }: Pick<Contender, "dialect">,
  { server, clients }: Venue,
  load: Load,
): Promise<Measured> {
  const idleMemory = residentMemory(server.pid);
  const job: Job = { ...load, dialect, clients, serverPid: server.pid };
  try {
    const result = await runScript(GENERATOR, job, resultSchema);
    warnOfBusyGenerator(result);
    return { ...result, idleMemory };
  } catch (error) {
    say(server.lastWords());
    throw error;
  }
}

export const isBusy = ({ generatorLoad }: Result): boolean => generatorLoad >= BUSY_GENERATOR;

function warnOfBusyGenerator(result: Result): void {
  if (!isBusy(result)) return;
  const busy = shown(result.generatorLoad * 100);
  say(
    `  The clients themselves were busy for ${busy} % of the time: these latencies are theirs, too.`,
  );
}
