// Sites of the web for tests: real servers on this machine, and gates that let a fetcher reach them.

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { type Gate, PUBLIC_GATE } from "./gate.ts";

export type Site = {
  /** `http://site.example:PORT`, as its gate knows it. */
  readonly url: string;
  readonly port: number;
  /** How many requests it had. */
  asked(): number;
  /** How many requests wait for their answer. */
  open(): number;
  close(): Promise<void>;
};

/** Starts a site on a free port of this machine. */
export async function openSite(handle: RequestListener): Promise<Site> {
  let asked = 0;
  let open = 0;
  const server = createServer((request, response) => {
    asked++;
    open++;
    response.on("close", () => open--);
    handle(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const port = portOf(server.address());
  return {
    url: `http://site.example:${port}`,
    port,
    asked: () => asked,
    open: () => open,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" && address !== null ? address.port : 0;

/** The public gate, with `site.example` on this machine let in by it, at whichever port. */
export const TEST_GATE: Gate = {
  admits: (url) =>
    url.hostname === "site.example" ||
    PUBLIC_GATE.admits(url) ||
    url.hostname === "rebound.example",
  resolve: (name) => Promise.resolve(name === "site.example" ? ["127.0.0.1"] : []),
  admitsAddress: (address) => address === "127.0.0.1" || PUBLIC_GATE.admitsAddress(address),
};
