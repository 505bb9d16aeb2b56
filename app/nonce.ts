// The nonce without which nothing inline runs on this page.

import { headers } from "next/headers";

/** The nonce of the answer that is being made, for inline scripts and styles of ours. */
export async function readNonce(): Promise<string | undefined> {
  return (await headers()).get("x-nonce") ?? undefined;
}
