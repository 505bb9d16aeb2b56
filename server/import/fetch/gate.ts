// Which sites the fetcher may go to. Tests have gates of their own; the program has the public one.

import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Unreadable } from "../unreadable.ts";
import { hostOf } from "./page-address.ts";
import { isPublicAddress } from "./public-address.ts";

export type Gate = {
  /** Whether a page may be asked for, as far as its port and the name of its site tell. */
  readonly admits: (url: URL) => boolean;
  /** All IP addresses of a name. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** Whether an IP address may be connected to. */
  readonly admitsAddress: (address: string) => boolean;
};

/** Names that never belong to the public web, whatever a resolver says. */
const PRIVATE =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid)$/;

export const PUBLIC_GATE: Gate = {
  admits: (url) => ["", "80", "443"].includes(url.port) && !PRIVATE.test(hostOf(url)),
  resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  admitsAddress: isPublicAddress,
};

/** Whether an address may be of the public web, as far as can be told without looking its name up. */
export function mayBePublic(url: URL): boolean {
  const host = hostOf(url);
  return PUBLIC_GATE.admits(url) && (isIP(host) === 0 || PUBLIC_GATE.admitsAddress(host));
}

/**
 * The IP addresses that a page may be fetched from; asked for once, and all of them checked: a name with
 * one private address is refused. Throws Unreadable.
 */
export async function addressesFor(url: URL, gate: Gate): Promise<readonly string[]> {
  if (!gate.admits(url)) throw new Unreadable("address-refused");
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await resolved(host, gate) : [host];
  if (addresses.length === 0) throw new Unreadable("address-unknown");
  if (!addresses.every(gate.admitsAddress)) throw new Unreadable("address-refused");
  return addresses;
}

async function resolved(name: string, { resolve }: Gate): Promise<readonly string[]> {
  try {
    return await resolve(name);
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOTFOUND";
    throw new Unreadable(isAbsent ? "address-unknown" : "page-unreachable");
  }
}
