// The most memory that processes had. Linux only.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const KIB = 1024;

/** Milliseconds between two looks at the children of a process. */
const OFTEN = 5;

/** Forgets what a process had at most until now. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** The most bytes that a process had in memory, or 0 when it is gone. */
export function peakMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * KIB;
  } catch {
    return 0;
  }
}

/** The most bytes that any child of a process had while `work` was done, and what came of it. */
export async function withChildPeak<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly peak: number }> {
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, ...childrenOf(pid).map(peakMemory));
  };
  const timer = setInterval(look, OFTEN);
  const result = await work().finally(() => clearInterval(timer));
  return { result, peak };
}

/** Every thread of a process may have children of its own. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    const children = readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8");
    return children.split(" ").filter(Boolean).map(Number);
  });
}
