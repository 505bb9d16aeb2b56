// Posts something to an address that somebody chose, who may want to reach something else by it: to one of
// the addresses that were checked, once, and without following anybody.

import { Client } from "undici";
import { Unreadable } from "../unreadable.ts";
import { connectTo } from "./connect-to.ts";
import { codeOf, unless } from "./fetch-page.ts";
import { addressesFor, type Gate } from "./gate.ts";

/** How long everything may take, in milliseconds. */
const TIME = 10_000;

/** What is sent. */
export type Letter = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Posts a letter and resolves with the status of the answer, of which nothing else is read. Rejects with Unreadable. */
export async function send(
  url: URL,
  { headers, body }: Letter,
  gate: Gate,
  time = TIME,
): Promise<number> {
  const total = new AbortController();
  const timer = setTimeout(() => total.abort(new Unreadable("page-too-slow")), time);
  const { signal } = total;
  let client: Client | null = null;
  try {
    const addresses = await unless(signal, addressesFor(url, gate));
    client = new Client(url.origin, { connect: connectTo(addresses, time) });
    const path = url.pathname + url.search;
    const { statusCode } = await client.request({ path, method: "POST", headers, body, signal });
    return statusCode;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(codeOf(error, signal));
  } finally {
    clearTimeout(timer);
    await client?.destroy();
  }
}
