// A real server of a test's own, as a process that can be killed, and sessions at it.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Role } from "#domain/person.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { ArticleSession } from "./article-session.ts";
import { Cable } from "./cable.test-kit.ts";
import type { SocketSource } from "./connection.ts";
import { openArticleSession, type SessionOptions } from "./open-session.ts";

// each y-websocket provider waits for the end of the process
process.setMaxListeners(0);

export type Guest = { readonly id: string; readonly name: string; readonly cookie: string };

/** An annotation as the server lists it. */
export type Listed = { readonly id: string; readonly quote: string; readonly note: string };

export class OwnServer {
  readonly #data = mkdtempSync(join(tmpdir(), "postil-session-"));
  readonly #port: number;
  #process: ChildProcess | null = null;
  #reader: Guest | null = null;
  #ownerToken = "";

  private constructor(port: number) {
    this.#port = port;
  }

  /** Resolves when it answers. */
  static async start(): Promise<OwnServer> {
    const server = new OwnServer(await freePort());
    await server.restart();
    return server;
  }

  /** Starts the process again after `kill`, on the same folder and port. */
  async restart(): Promise<void> {
    const child = spawn(process.execPath, ["server/main.ts", "--no-pages"], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        POSTIL_DATA: this.#data,
        LOG_LEVEL: "fatal",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#process = child;
    // the last line that it says when it is ready
    this.#ownerToken = await readUntil(child, /\/owner#(\S+)\n/);
  }

  /** Ends the process as a power cut does. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  /** A cable to this server. */
  cable(): Promise<Cable> {
    return Cable.to(this.#port);
  }

  /** Changes the database past the server. */
  sql(query: string, ...values: string[]): void {
    const file = new DatabaseSync(join(this.#data, "postil.db"), { timeout: 5000 });
    file.exec("PRAGMA foreign_keys = ON");
    file.prepare(query).run(...values);
    file.close();
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#data, { recursive: true, force: true });
  }

  async enter(name: string): Promise<Guest> {
    return this.#enter("/api/guests", { name });
  }

  /** The one who may edit and lock; can be asked for once. */
  async enterAsOwner(): Promise<Guest> {
    return this.#enter("/api/owner", { name: "Olive Owner", token: this.#ownerToken });
  }

  async sampleArticle(): Promise<string> {
    const { articles } = await this.#get<{ articles: { id: string }[] }>("/api/articles");
    return articles[0]?.id ?? "";
  }

  /** Puts another scheme in the place of the one that all articles have; `basedOn` is the version of that. */
  async changeScheme(by: Guest, scheme: Scheme, basedOn: number): Promise<void> {
    const { spaces } = await this.#get<{ spaces: { id: string }[] }>("/api/spaces");
    await this.ask(by, "PUT", `/api/spaces/${spaces[0]?.id}/scheme`, { scheme, basedOn });
  }

  async addArticle(by: Guest, text: string): Promise<string> {
    const { id } = await this.ask<{ id: string }>(by, "POST", "/api/articles", {
      ...{ title: "Article", text },
    });
    return id;
  }

  async annotations(articleId: string): Promise<readonly Listed[]> {
    const path = `/api/articles/${articleId}/annotations?format=json`;
    return (await this.#get<{ annotations: Listed[] }>(path)).annotations;
  }

  async ask<T>(by: Guest, method: string, path: string, body: object): Promise<T> {
    const answer = await fetch(`${this.#origin}${path}`, {
      method,
      headers: { "content-type": "application/json", cookie: by.cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Opens the article as this guest's browser does; `cable` is what stands between. */
  open(guest: Guest, articleId: string, role: Role = "annotator", cable?: Cable): ArticleSession {
    return openArticleSession(this.#options(guest, articleId, role, cable));
  }

  /** Ends a session and opens the one that it goes on as, as the page does. */
  openAnew(session: ArticleSession, guest: Guest): ArticleSession {
    const carried = session.carryOver();
    session.destroy();
    const { articleId, place } = session;
    const { role } = place.get();
    return openArticleSession({ ...this.#options(guest, articleId, role), carried });
  }

  #options(guest: Guest, articleId: string, role: Role, cable?: Cable): SessionOptions {
    const { id, name } = guest;
    return {
      articleId,
      me: { id, name, colour: 0 },
      role,
      scheme: POSTIL_CORE,
      source: this.source(guest, cable?.origin),
    };
  }

  source({ cookie }: Guest, origin = this.#origin): SocketSource {
    class GuestSocket extends WebSocket {
      constructor(url: string | URL) {
        // Node's own WebSocket takes headers beside protocols; the browser's type does not know
        super(url, { headers: { cookie } } as unknown as string[]);
      }
    }
    return { url: `${origin.replace("http", "ws")}/sync`, WebSocket: GuestSocket };
  }

  get #origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async #enter(path: string, body: object): Promise<Guest> {
    const answer = await fetch(`${this.#origin}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const { user } = (await answer.json()) as { user: { id: string; name: string } };
    const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
    return { ...user, cookie: cookies.join("; ") };
  }

  async #get<T>(path: string): Promise<T> {
    this.#reader ??= await this.enter("Reader");
    const answer = await fetch(`${this.#origin}${path}`, {
      headers: { cookie: this.#reader.cookie },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }
}

/** Resolves when the session has text and everything it wrote is acknowledged. */
export function saved(session: ArticleSession): Promise<void> {
  return until(session, () => session.saving.get().state === "saved" && session.loaded.get());
}

/** Resolves once `isSo` holds; it is asked after everything that the session tells. */
export function until(session: ArticleSession, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!isSo()) return;
      for (const stop of stops) stop();
      resolve();
    };
    const { saving, loaded, lock, place, scheme, annotations, participants, index } = session;
    const told = [saving, loaded, lock, place, scheme, annotations, participants, index];
    const stops = told.map((each) => each.subscribe(check));
    check();
  });
}

/** Resolves with the group of `pattern` once the process has said it. */
async function readUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk;
      const found = pattern.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}
