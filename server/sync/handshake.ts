// Completes upgrades, or refuses them.

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";
import { FRAME_BYTES } from "#domain/wire.ts";

/** How much may come of somebody who is only told why they may not come in, in bytes. */
const STRANGERS_BYTES = 64 * 1024;

const MANNERS = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  // browsers send a message in one fragment; thousands of tiny ones are an attack
  maxFragments: 16,
  maxBufferedChunks: 256,
} as const;

/** An upgrade that is asked for. */
export type Knock = {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
};

export class Handshake {
  readonly #report: Logger;
  readonly #patience: number;
  readonly #server = new WebSocketServer({ ...MANNERS, maxPayload: FRAME_BYTES });
  readonly #strangers = new WebSocketServer({ ...MANNERS, maxPayload: STRANGERS_BYTES });

  /** `patience`: milliseconds that those have to go who were turned away. */
  constructor(report: Logger, patience: number) {
    this.#report = report;
    this.#patience = patience;
  }

  /** Cuts off whoever speaks before they are answered, which no client of WebSockets does. */
  hold({ socket }: Knock): void {
    socket.once("data", () => socket.destroy());
  }

  complete(knock: Knock, welcome: (ws: WebSocket) => void): void {
    this.#shake(this.#server, knock, welcome);
  }

  /** Completes the upgrade only to say why it ends: a browser cannot read anything else. */
  turnAway(knock: Knock, code: number, onTold: () => void): void {
    this.#shake(this.#strangers, knock, (ws) => {
      const timer = setTimeout(() => ws.terminate(), this.#patience);
      let bytes = 0;
      knock.socket.on("data", ({ length }: Buffer) => {
        bytes += length;
        if (bytes > STRANGERS_BYTES) ws.terminate();
      });
      ws.on("error", () => {});
      ws.on("close", () => clearTimeout(timer));
      ws.close(code);
      onTold();
    });
  }

  #shake(
    server: WebSocketServer,
    { request, socket, head }: Knock,
    welcome: (ws: WebSocket) => void,
  ): void {
    if (socket.destroyed) return;
    socket.removeAllListeners("data");
    try {
      server.handleUpgrade(request, socket, head, welcome);
    } catch (error) {
      this.#report.error({ err: error }, "could not complete an upgrade");
      socket.destroy();
    }
  }
}
