// Whether what was answered survives: kill -9 at random moments while ten clients write, start again,
// read everything. Ends with code 1 when anything is lost or comes twice, or nothing was acknowledged.

import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { articlePath } from "../domain/wire.ts";
import { socketUrl } from "./contenders.ts";
import { readAnnotationIds } from "./durable/reader.ts";
import { WritingClient } from "./durable/writing-client.ts";
import { readOptions } from "./options.ts";
import {
  addArticle,
  clientOf,
  enterAsGuest,
  enterAsGuests,
  restartable,
  sessionHeaders,
} from "./postil.ts";
import { say } from "./report.ts";
import type { RunningServer } from "./run-server.ts";
import { seededRandom } from "./seeded-random.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const WRITERS = 10;

/** Milliseconds of writing before the kill: between these. */
const SHORTEST = 20;
const LONGEST = 500;

const REPORT_EVERY = 20;

const optionsSchema = z.object({
  rounds: z.coerce.number().int().positive().default(200),
  seed: z.coerce
    .number()
    .int()
    .default(() => Date.now() % 1_000_000),
});

const total = await run(readOptions(optionsSchema));
if (total.answered === 0 || total.lost > 0 || total.twice > 0) process.exitCode = 1;

/** Annotations. */
type Losses = { answered: number; lost: number; twice: number };

async function run({ rounds, seed }: z.infer<typeof optionsSchema>): Promise<Losses> {
  say(`${rounds} rounds with seed ${seed}`);
  const random = seededRandom(seed);
  const start = await restartable(temporaryFolder());
  const sum: Losses = { answered: 0, lost: 0, twice: 0 };
  let server = await start();
  try {
    const guests = await enterAsGuests(server.url, WRITERS);
    const newcomer = sessionHeaders(await enterAsGuest(server.url), server.url);
    for (let round = 1; round <= rounds; round++) {
      const url = socketUrl(server.url, articlePath(await addArticle(server.url, guests)));
      const clients = guests.map((guest) => new WritingClient(clientOf(guest, server.url, url)));
      await writeUntilKilled(server, clients, SHORTEST + random() * (LONGEST - SHORTEST));
      server = await start();
      add(sum, await inspect(clients, () => readAnnotationIds(url, newcomer)));
      if (round % REPORT_EVERY === 0 || round === rounds) say(inWords(round, sum));
    }
  } catch (error) {
    say(server.lastWords());
    throw error;
  } finally {
    await server.kill();
  }
  return sum;
}

/** Lets everybody write for `moment` milliseconds, then kills the server. */
async function writeUntilKilled(
  server: RunningServer,
  clients: readonly WritingClient[],
  moment: number,
): Promise<void> {
  for (const client of clients) await client.connect();
  for (const client of clients) client.writeOn();
  await wait(moment);
  if (!server.isUp()) throw new Error("The server ended by itself.");
  await server.kill();
  // answers that are still on their way count, too
  for (const client of clients) await client.closed();
}

/** Reads the article, lets everybody send what was not stored, and reads it once more. */
async function inspect(
  clients: readonly WritingClient[],
  read: () => Promise<string[]>,
): Promise<Losses> {
  const answered = clients.flatMap((client) => [...client.answered]);
  const atFirst = new Set(await read());
  for (const client of clients) {
    await client.connect();
    await client.sendMissing();
  }
  const inTheEnd = await read();
  const kept = new Set(inTheEnd);
  for (const client of clients) client.disconnect();
  const lost = new Set([
    ...answered.filter((id) => !atFirst.has(id)),
    ...clients.flatMap((client) => [...client.written]).filter((id) => !kept.has(id)),
  ]);
  return { answered: answered.length, lost: lost.size, twice: inTheEnd.length - kept.size };
}

function add(sum: Losses, { answered, lost, twice }: Losses): void {
  sum.answered += answered;
  sum.lost += lost;
  sum.twice += twice;
}

function inWords(rounds: number, { answered, lost, twice }: Losses): string {
  return `${rounds} rounds: ${answered} acknowledged, ${lost} lost, ${twice} duplicates`;
}
