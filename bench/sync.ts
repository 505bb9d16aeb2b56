// How fast the server is, how much it can carry, and what that costs, beside a bare relay, the official
// server of y-websocket and Hocuspocus, in turns on the same machine.

import { z } from "zod";
import { CONTENDERS } from "./contenders.ts";
import { readOptions } from "./options.ts";
import { type Row, report, say, shown } from "./report.ts";
import { CROWD } from "./sync/crowd.ts";
import { JOIN } from "./sync/join.ts";
import { MOST } from "./sync/most.ts";
import { SLOW } from "./sync/slow.ts";
import { STEADY } from "./sync/steady.ts";

const CASES = [...STEADY, MOST, JOIN, SLOW, CROWD];

const count = z.coerce.number<string>().int().positive();
const listOf = <Name extends string>(names: readonly Name[]) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(names)))
    .default([...names]);

const {
  json,
  case: names,
  ...settings
} = readOptions(
  z.object({
    json: z.string().optional(),
    case: listOf(CASES.map(({ name }) => name)),
    only: listOf(CONTENDERS.map(({ name }) => name)),
    rounds: count.optional(),
    seconds: z.coerce.number().positive().optional(),
    annotations: count.default(10_000),
  }),
);

const rows: Row[] = [];
for (const { name, run } of CASES) {
  if (!names.includes(name)) continue;
  const start = performance.now();
  rows.push(...(await run(settings)));
  say(`${name} took ${shown((performance.now() - start) / 60_000)} minutes`);
}
report(rows, json);
