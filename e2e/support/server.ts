// A Postil of our own: the production server as a process, on a folder of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type ServerOptions = {
  readonly data?: string;
  readonly port?: number;
  /** The public origin, when the browser comes through something else (a proxy). */
  readonly url?: string;
  /** The program; a test may need one that can reach more than it should. */
  readonly program?: string;
  /** Other environment variables. */
  readonly settings?: Readonly<Record<string, string>>;
};

export class Server {
  readonly origin: string;
  readonly port: number;
  readonly data: string;
  /** The single-use token that makes someone the owner, as the console shows it. */
  readonly ownerToken: string;
  readonly #process: ChildProcess;

  constructor(
    process: ChildProcess,
    told: Required<Pick<ServerOptions, "data" | "port">> & { token: string },
  ) {
    this.#process = process;
    this.port = told.port;
    this.data = told.data;
    this.origin = `http://127.0.0.1:${told.port}`;
    this.ownerToken = told.token;
  }

  /** Ends the process with this signal and waits until it is gone. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, "exit");
    this.#process.kill(signal);
    await gone;
  }

  /** Ends the process and forgets its folder. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** Starts the production server and resolves when it answers. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), "postil-e2e-"));
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [options.program ?? "server/main.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      POSTIL_DATA: data,
      LOG_LEVEL: "warn",
      ...(options.url ? { POSTIL_URL: options.url } : {}),
      ...options.settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = await readUntil(child, /\/owner#(\S+)/);
  return new Server(child, { data, port, token: /\/owner#(\S+)/.exec(said)?.[1] ?? "" });
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}

async function readUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk;
      if (pattern.test(said) && said.includes("Postil is ready at")) resolve(said);
    });
    child.once("exit", () => reject(new Error(`the server ended before it was ready: ${said}`)));
  });
}
