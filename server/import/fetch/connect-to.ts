// A connection that leads to the addresses that were checked, and to no other.

import { BlockList, isIP } from "node:net";
import { buildConnector } from "undici";
import { Unreadable } from "../unreadable.ts";

/**
 * How undici connects: the name is not looked up again, so that a second answer of its resolver has no
 * effect, and the other end is looked at once more before anything is sent. `timeout` in milliseconds.
 */
export function connectTo(addresses: readonly string[], timeout: number): buildConnector.connector {
  const wanted = new BlockList();
  for (const address of addresses) wanted.addAddress(address, familyOf(address));
  const connect = buildConnector({ timeout, lookup: answering(addresses), maxCachedSessions: 0 });
  return (options, answer) => {
    connect(options, (...[error, socket]) => {
      if (error !== null) return answer(error, null);
      const other = socket.remoteAddress ?? "";
      if (isIP(other) !== 0 && wanted.check(other, familyOf(other))) return answer(null, socket);
      socket.destroy();
      answer(new Unreadable("address-refused"), null);
    });
  };
}

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");

type Answer = (
  error: null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void;

/** A resolver that gives everybody the same answer. */
function answering(addresses: readonly string[]) {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name: string, options: { readonly all?: boolean | undefined }, answer: Answer): void => {
    const [first] = all;
    if (options.all === true) answer(null, all);
    else answer(null, first?.address ?? "", first?.family ?? 4);
  };
}
