// The link on the console that makes whoever opens it first the owner of this Postil.

import { createHash, timingSafeEqual } from "node:crypto";
import { newId } from "#domain/id.ts";

/** How long the link is valid, in milliseconds. */
export const OWNER_LINK_LIFE = 30 * 60 * 1000;

/** Works once. Only a hash of its token is kept, and only in memory. */
export class OwnerLink {
  #hash: Buffer | null = null;
  #until = 0;

  /** Makes a new token, which ends the one before. `now` in milliseconds since 1970. */
  issue(now: number): string {
    const token = newId();
    this.#hash = hash(token);
    this.#until = now + OWNER_LINK_LIFE;
    return token;
  }

  /** Whether `token` is the valid one. */
  isValid(token: string, now: number): boolean {
    if (this.#hash === null || now >= this.#until) return false;
    return timingSafeEqual(this.#hash, hash(token));
  }

  /** The same, and uses it up. */
  redeem(token: string, now: number): boolean {
    if (!this.isValid(token, now)) return false;
    this.#hash = null;
    return true;
  }
}

const hash = (token: string): Buffer => createHash("sha256").update(token).digest();
