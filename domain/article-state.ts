// What an article's members share and nobody owns: a Y.Doc that only the server writes.

import type * as Y from "yjs";
import * as z from "zod/mini";

const ARTICLE = "article";

const lockSchema = z.object({
  /** SHA-256 of the article's flat text as UTF-8, in hexadecimal. */
  hash: z.string(),
  /** The user id of the editor who locked it. */
  by: z.string(),
  /** Milliseconds since 1970, by the server's clock. */
  at: z.number(),
});

/** Proof of what the text was when it was locked. */
export type Lock = Readonly<z.infer<typeof lockSchema>>;

/** The lock on the article's text, or null while editors may write. */
export function readLock(state: Y.Doc): Lock | null {
  const lock = lockSchema.safeParse(state.getMap(ARTICLE).get("lock"));
  return lock.success ? lock.data : null;
}

/** Locks the text, or unlocks it with null. Only the server calls this. */
export function writeLock(state: Y.Doc, lock: Lock | null): void {
  if (lock === null) state.getMap(ARTICLE).delete("lock");
  else state.getMap(ARTICLE).set("lock", lock);
}
