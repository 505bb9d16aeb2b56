// How long it takes to bring a long article in, to take ten thousand annotations along, and to read the
// files again; what it needs meanwhile; beside what it costs to read or write no more than those bytes.

import { z } from "zod";
import { WRITTEN_FORMATS } from "../domain/format-ids.ts";
import { bringIn } from "./files/bring-in.ts";
import { longTexts } from "./files/long-texts.ts";
import { readAgain } from "./files/read-again.ts";
import { type Asked, takeAlong } from "./files/take-along.ts";
import { readOptions } from "./options.ts";
import { makeCorpus } from "./paint/corpus.ts";
import { PEOPLE } from "./paint/marked-passages.ts";
import { publish } from "./paint/postil-article.ts";
import { enterAsGuest, enterAsGuests, enterAsOwner, restartable } from "./postil.ts";
import { type Row, report, say } from "./report.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const count = z.coerce.number<string>().int().positive();
const list = z.string().transform((text) => text.split(","));

const { json, only, ...size } = readOptions(
  z.object({
    json: z.string().optional(),
    words: count.default(100_000),
    annotations: count.default(10_000),
    only: list.optional(),
  }),
);

const ASKED: readonly Asked[] = ["json", ...WRITTEN_FORMATS];

const corpus = makeCorpus(size);
const isAsked = (name: string): boolean => only === undefined || only.includes(name);
const server = await (await restartable(temporaryFolder(), (l) => say(l)))();
try {
  report(await measure(), json);
} catch (error) {
  say(server.lastWords());
  throw error;
} finally {
  await server.kill();
}

async function measure(): Promise<Row[]> {
  const rows: Row[] = [];
  const [people, newcomer] = [
    await enterAsGuests(server.url, PEOPLE),
    await enterAsGuest(server.url),
  ];
  for (const text of longTexts(corpus).filter(({ name }) => isAsked(name))) {
    rows.push(...(await bringIn(server, newcomer, text)));
  }
  const owner = await enterAsOwner(server);
  const { url } = await publish(corpus, { origin: server.url, people, newcomer, owner });
  const [id = ""] = url.split("/").slice(-1);
  for (const [index, format] of ASKED.filter(isAsked).entries()) {
    const guest = people[index % people.length] ?? newcomer;
    const taken = await takeAlong(server, guest, { id, format });
    rows.push(...taken.rows, ...(await readAgain(format, taken.files)));
  }
  return rows;
}
