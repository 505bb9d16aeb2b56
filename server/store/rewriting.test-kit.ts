// A program that writes a log anew, again and again, until it is killed. It says when it begins.

import { SqliteLog } from "./sqlite-log.ts";

const log = new SqliteLog(String(process.argv[2]), { onCut: () => {}, onBroken: () => {} });
process.stdout.write("begins");
for (;;) await log.rewrite();
