// The visitor's account, and which ways in there are, for the pages about it.

import { z } from "zod";
import { SIGN_UPS } from "#domain/account.ts";
import { readApi } from "./read-api.ts";

const accountSchema = z.object({
  account: z
    .object({
      email: z.string(),
      hasPassword: z.boolean(),
      linked: z.boolean(),
      twoFactor: z.boolean(),
    })
    .nullable(),
  isOwner: z.boolean(),
  mayMakeAccount: z.boolean(),
  signUp: z.enum(SIGN_UPS),
  /** What the place is called where people sign in elsewhere; null: there is none. */
  provider: z.string().nullable(),
  /** Whether letters are sent. */
  mail: z.boolean(),
});

/** Throws when the server answers otherwise than it always does. */
export async function readAccount(): Promise<z.infer<typeof accountSchema>> {
  const read = await readApi("/account", accountSchema);
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
}
