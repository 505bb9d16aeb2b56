// How fast one room is, and what it costs: people who annotate and move their selections, on Postil,
// on a bare relay and on Hocuspocus, in turns on the same machine.

import { z } from "zod";
import { CONTENDERS, type Contender } from "./contenders.ts";
import type { Result } from "./load/job.ts";
import { measure } from "./load/measure.ts";
import { readOptions } from "./options.ts";
import { report, say, shown } from "./report.ts";
import { inShort, rowsOf } from "./sync-rows.ts";

/** Seconds of the same load before each measurement. */
const WARMUP = 2;

/** Above this share of a core the generator itself is what delays messages. */
const BUSY_GENERATOR = 0.8;

const NAMES = CONTENDERS.map(({ name }) => name);

const count = z.coerce.number<string>().int().positive();
const list = z.string().transform((text) => text.split(","));
const optionsSchema = z.object({
  json: z.string().optional(),
  seconds: z.coerce.number().positive().default(10),
  rounds: count.default(3),
  clients: list.pipe(z.array(count.min(2))).default([30, 100]),
  only: list.pipe(z.array(z.enum(NAMES))).default(NAMES),
});
type Options = z.infer<typeof optionsSchema>;

await run(readOptions(optionsSchema));

async function run({ json, seconds, rounds, clients, only }: Options): Promise<void> {
  const contenders = CONTENDERS.filter(({ name }) => only.includes(name));
  const cases = clients.map((size) => ({ size, results: new Map<string, Result[]>() }));
  for (let round = 0; round < rounds; round++) {
    for (const { size, results } of cases) {
      for (const contender of rotated(contenders, round)) {
        const result = await attempt(contender, { size, seconds, seed: round });
        say(`round ${round + 1}/${rounds}, ${size} clients, ${contender.name}: ${inShort(result)}`);
        warnOfBusyGenerator(result);
        results.set(contender.name, [...(results.get(contender.name) ?? []), result]);
      }
    }
  }
  report(
    cases.flatMap(({ size, results }) => rowsOf(size, results)),
    json,
  );
}

/** Each round begins with another server, so that none always runs first. */
function rotated<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

type Load = { readonly size: number; readonly seconds: number; readonly seed: number };

async function attempt(
  { open, dialect }: Contender,
  { size, seconds, seed }: Load,
): Promise<Result> {
  const { server, url, clients } = await open(size);
  try {
    const job = { dialect, url, clients, serverPid: server.pid };
    return await measure({ ...job, warmup: WARMUP, seconds, seed });
  } catch (error) {
    say(server.lastWords());
    throw error;
  } finally {
    await server.kill();
  }
}

function warnOfBusyGenerator({ generatorLoad }: Result): void {
  if (generatorLoad < BUSY_GENERATOR) return;
  say(
    `  The clients used ${shown(generatorLoad * 100)} % of a core: these latencies are theirs, too.`,
  );
}
