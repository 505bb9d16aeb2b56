// How deliveries are signed, so that whoever gets one can tell whose it is: as Standard Webhooks says it.
// https://www.standardwebhooks.com/

import { createHmac } from "node:crypto";

const PREFIX = "whsec_";

/** What is signed: which delivery (the same for each try), when it is sent (milliseconds since 1970), and what it says. */
export type Signed = { readonly id: string; readonly at: number; readonly body: string };

/** The headers that go with a delivery. */
export function signatureHeaders(secret: string, { id, at, body }: Signed): Record<string, string> {
  const seconds = Math.floor(at / 1000);
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": `v1,${signature}`,
  };
}
