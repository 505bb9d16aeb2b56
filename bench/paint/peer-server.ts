// Serves the peers' pages and their data, compressed, and passes on what their clients send.

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import { WebSocket, WebSocketServer } from "ws";

export class PeerServer {
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  readonly #files = new Map<string, { readonly type: string; readonly body: Buffer }>();
  readonly #rooms = new Map<string, Set<WebSocket>>();

  private constructor() {
    this.#server = createServer(({ url = "" }, response) => {
      const file = this.#files.get(pathOf(url));
      if (file === undefined) response.writeHead(404).end();
      else response.writeHead(200, headersFor(file.type)).end(file.body);
    });
    this.#sockets = new WebSocketServer({ server: this.#server, perMessageDeflate: false });
    this.#sockets.on("connection", (socket, { url = "" }) => this.#relay(socket, pathOf(url)));
  }

  static async start(): Promise<PeerServer> {
    const server = new PeerServer();
    await once(server.#server.listen(0, "127.0.0.1"), "listening");
    return server;
  }

  get origin(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`;
  }

  /** Serves `body` under `path`; the end of its name says what it is. */
  put(path: string, body: string | Uint8Array): void {
    const type = TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    this.#files.set(path, { type, body: gzipSync(body) });
  }

  /** Opens a socket to everyone whose page was opened in this folder. */
  async join(folder: string): Promise<WebSocket> {
    const socket = new WebSocket(`${this.origin.replace("http", "ws")}${folder}relay`);
    await once(socket, "open");
    return socket;
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #relay(socket: WebSocket, room: string): void {
    const others = this.#rooms.get(room) ?? new Set();
    this.#rooms.set(room, others.add(socket));
    socket.on("close", () => others.delete(socket));
    socket.on("message", (message) => {
      for (const other of others) if (other !== socket) other.send(message);
    });
  }
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
};

const headersFor = (type: string): Record<string, string> => ({
  "Content-Type": type,
  "Content-Encoding": "gzip",
  "Cache-Control": "no-store",
});

const pathOf = (url: string): string => url.split("?", 1)[0] ?? "";
