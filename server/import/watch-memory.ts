// How much memory another process really has. V8 limits only what JavaScript holds in objects, and a
// file of 4 KB can unpack to gigabytes of bytes.

import { readFileSync } from "node:fs";

/** How much a process may have altogether, in bytes, with what files unpack to. */
const MOST = 1024 ** 3;

/** Bytes of memory in one page, as `/proc` counts them. */
const PAGE = 4096;

/** Milliseconds between two looks. */
const OFTEN = 100;

/**
 * Calls `over` once when a process has more in memory than it may. Returns what ends the watch.
 * Only Linux tells; elsewhere nothing is called.
 */
export function watchMemory(pid: number, over: () => void): () => void {
  const timer = setInterval(() => {
    if (residentBytes(pid) <= MOST) return;
    clearInterval(timer);
    over();
  }, OFTEN);
  return () => clearInterval(timer);
}

/** 0 where nobody tells, or the process is gone. */
function residentBytes(pid: number): number {
  try {
    const [, pages = 0] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ").map(Number);
    return pages * PAGE;
  } catch {
    return 0;
  }
}
