// A real server on a free port and in a folder of its own, for tests; without pages.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import pino from "pino";
import { readConfig } from "./config.ts";
import type { CourierOptions } from "./hooks/courier.ts";
import type { ImporterOptions } from "./import/importer.ts";
import { type RunningServer, startServer } from "./start-server.ts";

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it was parsed from JSON, or its text when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers and fail where one is not as expected
  readonly body: any;
};

export type Asking = {
  readonly method?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A browser without pages: asks the server, and keeps its cookies. */
export class Caller {
  #origin: () => string;
  readonly #cookies = new Map<string, string>();

  /** `origin` is asked each time: a server may come back on another port. */
  constructor(origin: () => string) {
    this.#origin = origin;
  }

  /** Asks another server from now on, with the cookies of the first. */
  moveTo(server: { readonly url: string }): void {
    this.#origin = () => server.url;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async ask(
    path: string,
    { method, json, text, bytes, headers = {} }: Asking = {},
  ): Promise<Answer> {
    const body = json === undefined ? (text ?? bytes) : JSON.stringify(json);
    const response = await fetch(this.#origin() + path, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        ...(this.#cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      redirect: "manual",
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const answered = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(answered) };
  }

  #keep(cookie: string): void {
    const [pair = "", ...attributes] = cookie.split("; ");
    const [name = "", value = ""] = pair.split("=");
    if (attributes.includes("Max-Age=0")) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

export type TestOptions = {
  /** The data folder; a new one when absent. Goes when the server stops. */
  readonly folder?: string;
  /** Environment variables. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970; the machine's clock when absent. */
  readonly now?: () => number;
  readonly importing?: ImporterOptions;
  readonly hooks?: CourierOptions;
};

/** A started server with its data folder. */
export class TestServer {
  readonly folder: string;
  readonly #options: TestOptions;
  #running: RunningServer;
  /** What the server reported, line by line. */
  readonly reported: readonly string[];

  private constructor(
    folder: string,
    running: RunningServer,
    { reported, options }: { readonly reported: readonly string[]; readonly options: TestOptions },
  ) {
    this.folder = folder;
    this.#running = running;
    this.reported = reported;
    this.#options = options;
  }

  static async start(options: TestOptions = {}): Promise<TestServer> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), "postil-server-"));
    const reported: string[] = [];
    return new TestServer(folder, await run(folder, reported, options), { reported, options });
  }

  /** Where it listens. */
  get url(): string {
    return `http://127.0.0.1:${this.#running.port}`;
  }

  get port(): number {
    return this.#running.port;
  }

  get ownerToken(): string {
    return this.#running.ownerToken;
  }

  /** Stops the server and starts it again on the same folder, with the same settings. */
  async restart(): Promise<void> {
    await this.#running.stop();
    this.#running = await run(this.folder, [], this.#options);
  }

  async stop(): Promise<void> {
    await this.#running.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** A newcomer without a session. */
  stranger(): Caller {
    return new Caller(() => this.url);
  }

  /** A guest, with the id of the user. */
  async guest(name?: string): Promise<Caller & { readonly id: string }> {
    const caller = this.stranger();
    const { body } = await caller.ask("/api/guests", { json: name === undefined ? {} : { name } });
    return Object.assign(caller, { id: String(body.user.id) });
  }

  /** A guest whose role in every space is this one. */
  async member(role: string): Promise<Caller & { readonly id: string }> {
    const guest = await this.guest();
    this.sql("UPDATE member SET role = ? WHERE user_id = ?", role, guest.id);
    return guest;
  }

  /** The id of the sample article. */
  get sampleId(): string {
    return String(this.sql("SELECT id FROM article WHERE created_by IS NULL")[0]?.id);
  }

  /** Looks into the database, or changes it, past the server. */
  sql(query: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    const file = new DatabaseSync(join(this.folder, "postil.db"), { timeout: 5000 });
    file.exec("PRAGMA foreign_keys = ON");
    const rows = file.prepare(query).all(...values);
    file.close();
    return rows;
  }
}

async function run(
  folder: string,
  reported: string[],
  { settings = {}, now = Date.now, importing = {}, hooks = {} }: TestOptions = {},
): Promise<RunningServer> {
  const report = pino({ level: "info" }, { write: (line: string) => void reported.push(line) });
  const config = readConfig({ ...settings, PORT: "0", POSTIL_DATA: folder });
  return await startServer({ config, report, now, importing, hooks });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // health and refusals outside the API are plain text
  }
}
