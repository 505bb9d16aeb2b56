// How much memory a process holds. Linux only.

import { readFileSync } from "node:fs";

const KIB = 1024;

/** Bytes that are in memory now, shared ones included. Throws when the process is gone. */
export function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  if (kibibytes === undefined) throw new Error(`Process ${pid} is ending.`);
  return Number(kibibytes) * KIB;
}
