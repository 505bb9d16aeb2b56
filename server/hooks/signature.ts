// How deliveries are signed, so that whoever gets one can tell whose it is: as Standard Webhooks says it.
// https://www.standardwebhooks.com/

import { createHmac } from "node:crypto";

const PREFIX = "whsec_";

/** What is signed: which delivery (the same for each try), when it is sent (milliseconds since 1970), and what it says. */
export type Signed = { readonly id: string; readonly at: number; readonly body: string };

/** The headers that go with a delivery, with a signature by each of the secrets. */
export function signatureHeaders(
  secrets: readonly string[],
  { id, at, body }: Signed,
): Record<string, string> {
  const seconds = String(Math.floor(at / 1000));
  const signed = `${id}.${seconds}.${body}`;
  return {
    "webhook-id": id,
    "webhook-timestamp": seconds,
    "webhook-signature": secrets.map((secret) => signatureOf(secret, signed)).join(" "),
  };
}

function signatureOf(secret: string, signed: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}
