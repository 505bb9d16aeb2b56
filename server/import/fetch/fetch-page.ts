// Fetches one page of the web for somebody, who may want to reach something else by it: every hop is
// checked anew, and goes to the very address that was checked.

import { Client, type Dispatcher } from "undici";
import type { GivenFile } from "../imported.ts";
import { Unreadable, type UnreadableCode } from "../unreadable.ts";
import { connectTo } from "./connect-to.ts";
import { FETCH_LIMITS, type FetchLimits } from "./fetch-limits.ts";
import { addressesFor, type Gate } from "./gate.ts";
import { pageAddress, redirectFrom } from "./page-address.ts";
import { ACCEPT_ENCODING, readBody } from "./read-body.ts";

const HEADERS = {
  "user-agent": "Mozilla/5.0 (compatible; Postil/1.0)",
  accept: "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
  "accept-encoding": ACCEPT_ENCODING,
};

/** Fetches the page at an address. Rejects with Unreadable for whatever stands in the way. */
export async function fetchPage(
  written: string,
  gate: Gate,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<GivenFile> {
  const total = new AbortController();
  const timer = setTimeout(() => total.abort(new Unreadable("page-too-slow")), limits.total);
  try {
    return await follow(pageAddress(written), { gate, limits, total: total.signal });
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(codeOf(error, total.signal));
  } finally {
    clearTimeout(timer);
  }
}

type Fetching = {
  readonly gate: Gate;
  readonly limits: FetchLimits;
  /** Ends when the time for everything is over. */
  readonly total: AbortSignal;
};

async function follow(start: URL, fetching: Fetching): Promise<GivenFile> {
  let url = start;
  for (let hops = 0; hops <= fetching.limits.redirects; hops++) {
    const answer = await hop(url, fetching);
    if (!(answer instanceof URL)) return answer;
    url = answer;
  }
  throw new Unreadable("page-refused");
}

/** Asks one site: its page, or where it leads to. */
async function hop(url: URL, { gate, limits, total }: Fetching): Promise<GivenFile | URL> {
  const first = new AbortController();
  const timer = setTimeout(() => first.abort(new Unreadable("page-too-slow")), limits.firstByte);
  const signal = AbortSignal.any([total, first.signal]);
  let client: Client | null = null;
  try {
    const addresses = await unless(signal, addressesFor(url, gate));
    client = new Client(url.origin, { connect: connectTo(addresses, limits.firstByte) });
    const path = url.pathname + url.search;
    const answer = await client.request({ path, method: "GET", headers: HEADERS, signal });
    clearTimeout(timer);
    return await take(url, answer, limits);
  } finally {
    clearTimeout(timer);
    await client?.destroy();
  }
}

async function take(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  limits: FetchLimits,
): Promise<GivenFile | URL> {
  const location = only(headers.location);
  if ([301, 302, 303, 307, 308].includes(statusCode) && location !== null) {
    return redirectFrom(url, location);
  }
  if (statusCode < 200 || statusCode > 299) throw new Unreadable(codeOfStatus(statusCode));
  const bytes = await readBody(body, only(headers["content-encoding"]) ?? "", limits);
  return { bytes, name: "", contentType: only(headers["content-type"]), url: url.href };
}

const only = (header: string | readonly string[] | undefined): string | null =>
  typeof header === "string" ? header : (header?.join(", ") ?? null);

function codeOfStatus(status: number): UnreadableCode {
  if (status === 404 || status === 410) return "page-missing";
  return status >= 400 && status < 500 ? "page-refused" : "page-unreachable";
}

/** Waits for something that cannot be ended itself. */
export function unless<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = (): void => reject(signal.reason);
  signal.addEventListener("abort", end, { once: true });
  return Promise.race([promise, ended]).finally(() => signal.removeEventListener("abort", end));
}

/** Why undici gave up; it wraps what happened to a connection. */
export function codeOf(error: unknown, total: AbortSignal): UnreadableCode {
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof Unreadable) return cause.code;
  return total.aborted ? "page-too-slow" : "page-unreachable";
}
