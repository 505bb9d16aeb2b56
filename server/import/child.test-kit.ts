// A child process that tries what it should not be able to do, for tests.

import "./convert/no-network.ts";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { answerOnce } from "./answer-once.ts";

const taskShape = z.strictObject({ attempt: z.string(), path: z.string() });

const ATTEMPTS: Readonly<Record<string, (path: string) => unknown>> = {
  "read a file": (path) => readFileSync(path, "utf8"),
  "write a file": (path) => writeFileSync(path, "x"),
  "start a program": () => spawn("true"),
  "start a thread": () => new Worker("", { eval: true }),
  "connect to somebody": () => connect(80, "127.0.0.1"),
  "ask by fetch": () => fetch("http://127.0.0.1:8080/"),
  "read the environment": () => Object.keys(process.env).filter((name) => !/^NODE_/.test(name)),
  "take all time": () => {
    for (;;);
  },
  "take all memory": () => {
    const taken: unknown[] = [];
    for (;;) taken.push(new Array(1_000_000).fill(0.5));
  },
  "take all bytes": () => {
    const taken: Buffer[] = [];
    for (;;) taken.push(Buffer.alloc(16 * 1024 * 1024, 1));
  },
  end: () => process.exit(3),
};

answerOnce(async (task) => {
  const { attempt, path } = taskShape.parse(task);
  try {
    return { succeeded: await ATTEMPTS[attempt]?.(path) };
  } catch (error) {
    return { failed: error instanceof Error ? `${error.cause ?? error}` : "" };
  }
});
