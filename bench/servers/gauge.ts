// Loaded before every server that a bench starts: it tells the bench what only the process itself
// knows. It does nothing until it is asked.

import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds between two looks at the clock. */
const LOOK = 5;

const loop = monitorEventLoopDelay({ resolution: LOOK });

const FIGURES = {
  /** Milliseconds by which the event loop was late at worst since this was asked last; 0 the first time. */
  delay: () => {
    const isFirst = loop.enable();
    const longest = loop.max / 1e6 - LOOK;
    loop.reset();
    return isFirst ? 0 : Math.max(0, longest);
  },
  /** Bytes of all objects that are still needed, buffers included, after two full collections. */
  heap: () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc");
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },
};

export type FigureName = keyof typeof FIGURES;

process.on("message", (question) => {
  if (question === "delay" || question === "heap") process.send?.(FIGURES[question]());
});
process.channel?.unref();
