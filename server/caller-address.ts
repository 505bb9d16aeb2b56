// From which address a request comes, also when a proxy passed it on.

import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv6 } from "node:net";
import { addressKey } from "./address-key.ts";

/** Addresses and networks (`10.0.0.0/8`) of proxies whose word counts. */
export type Proxies = readonly string[];

/** Tells what the caller of a request is counted under; "" when the connection is gone. */
export type CallerKey = (request: IncomingMessage) => string;

/**
 * Goes back from the connection over the addresses in `X-Forwarded-For`, the last first, as long as a
 * proxy of ours says so: whoever stands before the first of them may have written what they like.
 */
export function callerKeys(proxies: Proxies): CallerKey {
  const ours = listOf(proxies);
  return ({ socket, headers }) => {
    const said = [headers["x-forwarded-for"] ?? []].flat().join().split(",");
    let address = socket.remoteAddress ?? "";
    while (isAmong(ours, address)) {
      const before = bare(said.pop() ?? "");
      if (isIP(before) === 0) break;
      address = before;
    }
    return addressKey(address);
  };
}

/** Whether `text` is an address or a network. */
export function isNetwork(text: string): boolean {
  const [address = "", length, ...more] = text.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    length === undefined ||
    (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
  );
}

function listOf(proxies: Proxies): BlockList {
  const list = new BlockList();
  for (const each of proxies) {
    const [address = "", length] = each.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (length === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(length), family);
  }
  return list;
}

/** An IPv4 address that is written as IPv6 is found, too. */
const isAmong = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/** Some proxies write a port behind the address. */
function bare(said: string): string {
  const text = said.trim();
  const [, inBrackets] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? [];
  return inBrackets ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
}
