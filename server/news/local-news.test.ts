import { setImmediate as nextTurn } from "node:timers/promises";
import { LocalNews } from "./local-news.ts";
import { checkNews } from "./news.contract.ts";

checkNews("LocalNews", { join: () => [new LocalNews()], settled: () => nextTurn() });
