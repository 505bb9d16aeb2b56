// One port: sorts requests to the API, to health and metrics, to the pages, and upgrades to the sockets.

import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Metrics, Part } from "./metrics.ts";
import { answerRaw, statusOf } from "./raw-answer.ts";
import { Refusal } from "./refusal.ts";
import { pagePolicy, securityHeaders } from "./security-headers.ts";

/** How many milliseconds a request may take to arrive. */
type Patience = {
  readonly headers: number;
  /** For all of it, the headers too. */
  readonly request: number;
  /** How often the two are looked at. */
  readonly check: number;
};

const PATIENCE: Patience = { headers: 10_000, request: 60_000, check: 5000 };

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Who answers what. */
export type Handlers = {
  readonly api: RequestListener;
  /** Everything that is not ours; null when this server runs without pages. */
  readonly pages: RequestListener | null;
  /** Sockets below `/sync/`. */
  readonly sync: Upgrade;
  /** Sockets below `/_next/`, in development only. */
  readonly reload: Upgrade | null;
  /** Throws or rejects when a store does not answer. */
  readonly ready: () => Promise<void>;
  readonly metrics: Metrics;
  /** Whether people reach this server by https. */
  readonly secure: boolean;
};

/** The HTTP server. Until `serve` is called it asks everyone to come back. */
export class Front {
  readonly #server: Server;
  #handlers: Handlers | null = null;
  /** The last answer on each connection. */
  readonly #answers = new WeakMap<Duplex, ServerResponse>();
  #underWay = 0;
  #onIdle = (): void => {};

  constructor({ headers, request, check }: Patience = PATIENCE) {
    this.#server = createServer({
      headersTimeout: headers,
      requestTimeout: request,
      connectionsCheckingInterval: check,
    });
    this.#server.on("clientError", (error, socket) => this.#refuse(error, socket));
    this.#server.on("request", (request, response) => this.#answer(request, response));
    this.#server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Takes the port and returns its number. Rejects with Refusal when it cannot be had. */
  async listen(port: number, host: string): Promise<number> {
    this.#server.listen(port, host);
    await once(this.#server, "listening").catch((error: unknown) => {
      throw refusalOf(error, port, host);
    });
    const address: AddressInfo | string | null = this.#server.address();
    return typeof address === "object" && address !== null ? address.port : port;
  }

  serve(handlers: Handlers): void {
    this.#handlers = handlers;
  }

  /**
   * Takes no connection and no request from here on, and waits up to `patience` milliseconds for
   * the answers under way. Sockets go on.
   */
  async drain(patience: number): Promise<void> {
    this.#handlers = null;
    this.#server.close();
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
      setTimeout(resolve, patience).unref();
      if (this.#underWay === 0) resolve();
    });
  }

  /** Ends every connection that is left. */
  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const handlers = this.#handlers;
    const headers = securityHeaders(handlers?.secure ?? false);
    for (const [name, value] of headers) response.setHeader(name, value);
    if (handlers === null) {
      comeBack(request, response);
      return;
    }
    this.#countUntilClosed(response);
    this.#answers.set(request.socket, response);
    const part = partOf(request.url ?? "");
    measure(handlers.metrics, part, request, response);
    listenerFor(part, request, handlers)(request, response);
  }

  /** Whoever has the beginning of an answer would take what comes now for its end. */
  #refuse(error: Error, socket: Duplex): void {
    const answer = this.#answers.get(socket);
    const isUnderWay = answer?.headersSent && !answer.writableFinished;
    if (!socket.writable || isUnderWay) socket.destroy();
    else answerRaw(socket, statusOf(error));
  }

  #countUntilClosed(response: ServerResponse): void {
    this.#underWay += 1;
    response.once("close", () => {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#onIdle();
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const upgrade = upgradeFor(request.url ?? "", this.#handlers);
    upgrade(request, socket, head);
  }
}

const HEALTH: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

/** A target that is not a plain path (`http://elsewhere/`, `//elsewhere`, `*`) is refused. */
function partOf(target: string): Part {
  if (!target.startsWith("/") || target.startsWith("//")) return "refused";
  const path = pathOf(target);
  if (HEALTH.has(path)) return "health";
  return path === "/api" || path.startsWith("/api/") ? "api" : "page";
}

const pathOf = (target: string): string => target.split("?", 1)[0] ?? "";

function listenerFor(part: Part, request: IncomingMessage, handlers: Handlers): RequestListener {
  if (part === "refused") return plainText(400, "Bad request");
  if (part === "api") return handlers.api;
  if (part === "health") return (_, response) => void answerHealth(handlers, request, response);
  return pagesFor(request, handlers);
}

function upgradeFor(target: string, handlers: Handlers | null): Upgrade {
  if (handlers === null) return refuseUpgrade("503 Service Unavailable");
  if (partOf(target) === "refused") return refuseUpgrade("400 Bad Request");
  if (target.startsWith("/sync/")) return handlers.sync;
  const reload = target.startsWith("/_next/") ? handlers.reload : null;
  return reload ?? refuseUpgrade("404 Not Found");
}

async function answerHealth(
  { ready, metrics }: Handlers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request.url ?? "");
  response.setHeader("Cache-Control", "no-store");
  if (path === "/healthz") {
    plainText(200, "alive")(request, response);
  } else if (path === "/metrics") {
    await answerFigures(metrics, request, response);
  } else {
    const answer = await ready().then(
      () => plainText(200, "ready"),
      () => plainText(503, "The store does not answer."),
    );
    answer(request, response);
  }
}

async function answerFigures(
  { registry }: Metrics,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const figures = await registry.metrics().catch(() => null);
  if (figures === null) {
    plainText(500, "A figure cannot be told.")(request, response);
    return;
  }
  response.setHeader("Content-Type", registry.contentType);
  response.end(figures);
}

/**
 * Headers by which Next talks to itself; from outside they have opened doors before. In development
 * its own pages send them, and wait for ever when they are dropped.
 */
const INTERNAL_HEADER = /^(next-action|next-resume|x-middleware-.*|x-nextjs-.*)$/;

function pagesFor(request: IncomingMessage, { pages, reload }: Handlers): RequestListener {
  if (pages === null) return plainText(404, "This server runs without pages.");
  const path = pathOf(request.url ?? "");
  if (path.startsWith("/_next/image")) return plainText(404, "Not found");
  for (const name of Object.keys(request.headers)) {
    if (reload === null && INTERNAL_HEADER.test(name)) delete request.headers[name];
  }
  return path.startsWith("/_next/") ? pages : withPolicy(pages, reload !== null);
}

/** Pages with a nonce of their own: Next reads it in the request's policy, our pages in `x-nonce`. */
function withPolicy(pages: RequestListener, isWritten: boolean): RequestListener {
  return (request, response) => {
    const { nonce, policy } = pagePolicy(isWritten);
    request.headers["content-security-policy"] = policy;
    request.headers["x-nonce"] = nonce;
    response.setHeader("Content-Security-Policy", policy);
    keepPrivate(response);
    pages(request, response);
  };
}

/** Nothing on the way may keep this answer, whatever Next sets in the end. */
function keepPrivate(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  Object.assign(response, {
    writeHead: (...given: Parameters<typeof writeHead>) => {
      response.setHeader("Cache-Control", "private, no-store");
      response.appendHeader("Vary", "Cookie");
      return writeHead(...given);
    },
  });
}

function measure(
  metrics: Metrics,
  part: Part,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const start = performance.now();
  response.once("close", () => {
    const seconds = (performance.now() - start) / 1000;
    const { statusCode } = response;
    metrics.answered({ part, method: request.method ?? "", status: statusCode, seconds });
  });
}

const comeBack: RequestListener = (request, response) => {
  response.setHeader("Retry-After", "2");
  response.setHeader("Connection", "close");
  plainText(503, "Postil is starting or stopping. Try again in a moment.")(request, response);
};

function plainText(status: number, text: string): RequestListener {
  return (_, response) => {
    response.statusCode = status;
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end(`${text}\n`);
  };
}

const refuseUpgrade =
  (status: string): Upgrade =>
  (_, socket) =>
    answerRaw(socket, status);

function refusalOf(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") {
    return new Refusal(
      `Port ${port} is taken. Stop what uses it, or choose another one with PORT.`,
    );
  }
  if (code === "EACCES") {
    return new Refusal(`Postil may not listen on port ${port}. Choose one above 1023 with PORT.`);
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new Refusal(`This machine has no address ${host}. Correct HOST, or leave it out.`);
  }
  return error;
}
