// E-mail addresses as people paste them: one on each line, between commas, or behind a name.

import * as z from "zod/mini";

/** How many addresses are invited at once, at most. */
export const INVITED_AT_ONCE = 50;

export type ReadAddresses = {
  /** In lower case, each once, in the order in which they stand there. */
  readonly addresses: readonly string[];
  /** What stands there and is none. */
  readonly wrong: readonly string[];
};

const addressSchema = z.email();

/** Reads "ada@example.org, Bob Roe <bob@example.org>" and the like. */
export function readAddresses(text: string): ReadAddresses {
  const addresses = new Set<string>();
  const wrong: string[] = [];
  for (const entry of text.split(/[,;\n]/).map((part) => part.trim())) {
    const inside = /<([^<>]*)>\s*$/.exec(entry)?.[1];
    for (const word of (inside ?? entry).split(/\s+/).filter((part) => part !== "")) {
      const address = word.toLowerCase();
      if (addressSchema.safeParse(address).success) {
        addresses.add(address);
      } else wrong.push(word);
    }
  }
  return { addresses: [...addresses], wrong };
}
