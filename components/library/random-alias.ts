// An alias to offer, drawn afresh each time.

import { offerAlias } from "#domain/alias.ts";

/** A random alias such as "Curious Otter"; works in the browser and on the server. */
export function randomAlias(): string {
  return offerAlias((n) => {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    return drawn % n;
  });
}
