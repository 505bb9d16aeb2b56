// Names for things that are made here: random, 128 bit, safe in an address.

import { toBase64UrlEncoded } from "lib0/buffer";
import { getRandomValues } from "lib0/webcrypto";

/** What `newId` returns: 22 letters of base64url. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{22}$/;

/** A fresh id: 128 random bits as 22 letters of base64url. */
export function newId(): string {
  return toBase64UrlEncoded(getRandomValues(new Uint8Array(16)));
}
