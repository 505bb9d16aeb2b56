// The address of a page, as somebody types it or a site leads to it.

import { Unreadable } from "../unreadable.ts";

const LONGEST = 2000;

/**
 * The address as a browser reads it: whatever way a number is written in, it is an IP address by then.
 * Throws Unreadable where it is not of http or https, or has credentials.
 */
export function pageAddress(written: string, base?: URL): URL {
  const url = written.length > LONGEST ? null : URL.parse(written, base);
  const isWeb = url !== null && (url.protocol === "http:" || url.protocol === "https:");
  if (!isWeb || url.username !== "" || url.password !== "") throw new Unreadable("address-refused");
  return url;
}

/** Where something may be posted to: by https only. Throws Unreadable as `pageAddress`. */
export function postAddress(written: string): URL {
  const url = pageAddress(written);
  if (url.protocol !== "https:") throw new Unreadable("address-refused");
  return url;
}

/** Where a site leads to from one of its pages: never from https to http. Throws Unreadable as `pageAddress`. */
export function redirectFrom(page: URL, location: string): URL {
  const next = pageAddress(location, page);
  if (page.protocol === "https:" && next.protocol !== "https:") {
    throw new Unreadable("address-refused");
  }
  return next;
}

/** The name or IP address that a URL leads to, without brackets and the dot that may end a name. */
export const hostOf = ({ hostname }: URL): string =>
  hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
