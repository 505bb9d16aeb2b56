// What an address is counted under.

import { isIPv6 } from "node:net";

/**
 * Itself, or its /64 network for IPv6, where one person has many. However an address is written, it
 * is counted under one key.
 */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const plain = plainForm(address);
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(plain) ?? [];
  if (high !== undefined && low !== undefined) return [...bytesOf(high), ...bytesOf(low)].join(".");
  const [head = "", tail = ""] = plain.split("::");
  const before = head.split(":").filter((group) => group !== "");
  const after = tail.split(":").filter((group) => group !== "");
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}

/** The one short form that each IPv6 address has, in lower case and without the name of an interface. */
function plainForm(address: string): string {
  const url = URL.parse(`http://[${address.replace(/%.*$/, "")}]`);
  return url === null ? address : url.hostname.slice(1, -1);
}

function bytesOf(group: string): readonly number[] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
}
