// The pages: Next, run inside this process.

import { existsSync } from "node:fs";
import { type RequestListener, Server } from "node:http";
import next from "next";
import type { Upgrade } from "./http.ts";
import { Refusal } from "./refusal.ts";

export type Pages = {
  readonly handle: RequestListener;
  /** Sockets for hot reload; null outside development. */
  readonly reload: Upgrade | null;
  close(): Promise<void>;
};

export type PagesOptions = {
  /** Whether to reload pages while they are written, instead of serving the build. */
  readonly dev: boolean;
  /** Where the server listens; Next lets only pages from there reload. */
  readonly hostname: string;
  readonly port: number;
};

/** Prepares the pages. Rejects with Refusal when there is no build, outside development. */
export async function openPages({ dev, hostname, port }: PagesOptions): Promise<Pages> {
  if (!dev && !existsSync(".next/BUILD_ID")) {
    throw new Refusal("The pages are not built yet. Run npm start, which builds what is missing.");
  }
  // Next listens for upgrades on the server it is given, so it is given one that never listens
  const shadow = new Server();
  const app = next({ dev, hostname, port, httpServer: shadow });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => void handle(request, response),
    reload: dev
      ? (request, socket, head) => void shadow.emit("upgrade", request, socket, head)
      : null,
    close: () => app.close(),
  };
}
