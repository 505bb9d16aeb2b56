// A child process that many share, for tests: it says who it is, or behaves badly.

import { z } from "zod";
import { answerEach } from "./answer-each.ts";

const DEEDS: Readonly<Record<string, () => unknown>> = {
  "say who you are": () => process.pid,
  "never answer": () => new Promise(() => {}),
  "take all time": () => {
    for (;;);
  },
  end: () => process.exit(3),
  "talk nonsense": () => process.send?.("nonsense"),
};

answerEach(async (task) => await DEEDS[z.string().parse(task)]?.());
