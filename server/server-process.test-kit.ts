// The server as a process of its own, for tests that end it in every way there is; without pages.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "main.ts");

export class ServerProcess {
  readonly #child: ChildProcess;
  /** Its exit code, once it ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What it wrote so far. */
  out = "";
  errors = "";

  /** `settings`: environment variables, among them POSTIL_DATA. `within`: a command that runs another. */
  constructor(settings: Readonly<Record<string, string>>, within: readonly string[] = []) {
    const [command = "", ...args] = [...within, process.execPath, MAIN, "--no-pages"];
    const child = spawn(command, args, {
      env: { NODE_ENV: "production", PATH: process.env.PATH, PORT: "0", ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk) => {
      this.out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      this.errors += chunk;
    });
    this.#child = child;
    this.ended = once(child, "close").then(([code]) => code);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Resolves with the address that it prints when it is ready, once it has printed all it does. */
  async ready(): Promise<string> {
    const { stdout } = this.#child;
    void this.ended.then(() => stdout?.emit("data", ""));
    while (!this.isOver) {
      const url = /Postil is ready at (\S+)\n.*\/owner#\S+\n/.exec(this.out)?.[1];
      if (url !== undefined) return url;
      await once(stdout ?? this.#child, "data");
    }
    throw new Error(`it ended: ${this.errors}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it as a power cut does, and resolves when it is gone. */
  async kill(): Promise<void> {
    if (!this.isOver) this.signal("SIGKILL");
    await this.ended;
  }
}
