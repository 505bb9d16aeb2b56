// What an article's members share and nobody owns: a Y.Doc that only the server writes.

import type * as Y from "yjs";
import * as z from "zod/mini";
import { forgetMoved } from "../annotation/moved-anchors.ts";
import { momentSchema } from "../moment.ts";
import { watchMaps } from "../watch-maps.ts";
import { wellFormed } from "../well-formed.ts";

/** What is decided about the text. */
export const ARTICLE = "article";
/** Reference of an annotation → who settled its thread. */
export const RESOLVED = "resolved";
/** Reference of an annotation → who hid it. */
export const HIDDEN = "hidden";
/** Reference of a reply → who hid it. */
export const HIDDEN_REPLIES = "hiddenReplies";

/** By whom (a user id) and when (milliseconds since 1970, by the server's clock). */
const deedSchema = z.object({ by: z.string(), at: momentSchema });

const lockSchema = z.extend(deedSchema, {
  /** SHA-256 of the article's flat text as UTF-8, in hexadecimal. */
  hash: z.string(),
});

/** The longest reason for hiding something, in UTF-16 code units. */
export const REASON_LENGTH = 500;

const hidingSchema = z.extend(deedSchema, { reason: z.string() });

/** Who did something, and when. */
export type Deed = Readonly<z.infer<typeof deedSchema>>;

/** Proof of what the text was when it was locked. */
export type Lock = Readonly<z.infer<typeof lockSchema>>;

/** Why an annotation or a reply is hidden from readers. */
export type Hiding = Readonly<z.infer<typeof hidingSchema>>;

/** The lock on the article's text, or null while editors may write. */
export function readLock(state: Y.Doc): Lock | null {
  return wellFormed(lockSchema, state.getMap(ARTICLE).get("lock"));
}

/** Locks the text, or unlocks it with null. Only the server calls this. */
export function writeLock(state: Y.Doc, lock: Lock | null): void {
  write(state.getMap(ARTICLE), "lock", lock);
}

/** By whom and when the thread of the annotation with this reference was settled; null while it is open. */
export function readResolution(state: Y.Doc, ref: string): Deed | null {
  return wellFormed(deedSchema, state.getMap(RESOLVED).get(ref));
}

/** The settled threads, by the reference of their annotation. */
export function readResolved(state: Y.Doc): ReadonlyMap<string, Deed> {
  return readAll(deedSchema, state.getMap(RESOLVED));
}

/** Settles the thread of an annotation, or opens it again with null. Only the server calls this. */
export function writeResolved(state: Y.Doc, ref: string, deed: Deed | null): void {
  write(state.getMap(RESOLVED), ref, deed);
}

/** By whom, when and why the annotation with this reference was hidden; null while it is shown. */
export function readHiding(state: Y.Doc, ref: string): Hiding | null {
  return wellFormed(hidingSchema, state.getMap(HIDDEN).get(ref));
}

/** The hidden annotations, by reference. */
export function readHidden(state: Y.Doc): ReadonlyMap<string, Hiding> {
  return readAll(hidingSchema, state.getMap(HIDDEN));
}

/** Hides an annotation, or shows it again with null. Only the server calls this. */
export function writeHidden(state: Y.Doc, ref: string, hiding: Hiding | null): void {
  write(state.getMap(HIDDEN), ref, hiding);
}

/** As `readHiding`, of the reply with this reference. */
export function readReplyHiding(state: Y.Doc, ref: string): Hiding | null {
  return wellFormed(hidingSchema, state.getMap(HIDDEN_REPLIES).get(ref));
}

/** Hides a reply, or shows it again with null. Only the server calls this. */
export function writeReplyHidden(state: Y.Doc, ref: string, hiding: Hiding | null): void {
  write(state.getMap(HIDDEN_REPLIES), ref, hiding);
}

/** Everything that was decided, about annotations and replies by reference. */
export type Decisions = {
  readonly lock: Lock | null;
  readonly resolved: ReadonlyMap<string, Deed>;
  readonly hidden: ReadonlyMap<string, Hiding>;
  readonly hiddenReplies: ReadonlyMap<string, Hiding>;
};

export function readDecisions(state: Y.Doc): Decisions {
  return {
    lock: readLock(state),
    resolved: readResolved(state),
    hidden: readHidden(state),
    hiddenReplies: readAll(hidingSchema, state.getMap(HIDDEN_REPLIES)),
  };
}

/** The user ids of those who decided. */
export function decidersOf({ lock, ...decisions }: Decisions): ReadonlySet<string> {
  const deeds = Object.values(decisions).flatMap((all) => [...all.values()]);
  return new Set([...(lock ? [lock] : []), ...deeds].map(({ by }) => by));
}

/** Tells of the reference of an annotation, or of a reply, whether it exists no more. */
export type Gone = Readonly<Record<"annotation" | "reply", (ref: string) => boolean>>;

/** Forgets what was decided about what no longer exists. Only the server calls this. */
export function forgetDecisions(state: Y.Doc, isGone: Gone): void {
  for (const [name, gone] of [
    [RESOLVED, isGone.annotation],
    [HIDDEN, isGone.annotation],
    [HIDDEN_REPLIES, isGone.reply],
  ] as const) {
    const map = state.getMap(name);
    for (const ref of [...map.keys()]) if (gone(ref)) map.delete(ref);
  }
}

/**
 * Forgets what was decided about what somebody wrote, and where it went; what they decided about others
 * stays, without their id and their reasons. Only the server calls this.
 */
export function forgetInState(state: Y.Doc, userId: string): void {
  const isTheirs = (ref: string): boolean => ref.startsWith(`${userId}/`);
  forgetDecisions(state, { annotation: isTheirs, reply: isTheirs });
  forgetMoved(state, isTheirs);
  const lock = readLock(state);
  if (lock?.by === userId) writeLock(state, { ...lock, by: "" });
  for (const [ref, deed] of readResolved(state)) {
    if (deed.by === userId) writeResolved(state, ref, { ...deed, by: "" });
  }
  const { hidden, hiddenReplies } = readDecisions(state);
  for (const [ref, hiding] of hidden) {
    if (hiding.by === userId) writeHidden(state, ref, { ...hiding, by: "", reason: "" });
  }
  for (const [ref, hiding] of hiddenReplies) {
    if (hiding.by === userId) writeReplyHidden(state, ref, { ...hiding, by: "", reason: "" });
  }
}

/** What a change of the state was about, by reference: what was settled, opened again, hidden or shown. */
export type StateChange = {
  readonly annotations: ReadonlySet<string>;
  readonly replies: readonly string[];
};

/** Calls `listen` after every change of the state. Returns the function that stops it. */
export function watchState(state: Y.Doc, listen: (change: StateChange) => void): () => void {
  const maps = {
    resolved: state.getMap(RESOLVED),
    hidden: state.getMap(HIDDEN),
    replies: state.getMap(HIDDEN_REPLIES),
  };
  return watchMaps(state, maps, (touched) =>
    listen({
      annotations: new Set([...touched("resolved"), ...touched("hidden")]),
      replies: touched("replies"),
    }),
  );
}

function write(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

function readAll<T extends z.ZodMiniType>(
  schema: T,
  map: Y.Map<unknown>,
): ReadonlyMap<string, z.infer<T>> {
  const found = new Map<string, z.infer<T>>();
  for (const [key, value] of map.entries()) {
    const known = wellFormed(schema, value);
    if (known !== null) found.set(key, known);
  }
  return found;
}
