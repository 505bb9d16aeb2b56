// What no storage of a browser keeps: files of somebody who walks to another page of the app. They are here
// until the app is loaded anew.

import type { Chosen } from "./annotated/choices.ts";

/** Files that other tools have annotated, left while they were looked over. */
export type LeftAnnotated = {
  /** The id of who left them. */
  readonly person: string;
  readonly files: readonly File[];
  /** What was chosen; null when nothing was shown yet. */
  readonly chosen: Chosen | null;
};

const files = new Map<string, File>();
let annotated: LeftAnnotated | null = null;

/** By the id of what was given. */
export const heldFile = (id: string): File | null => files.get(id) ?? null;

export const holdFile = (id: string, file: File): void => void files.set(id, file);

/** Lets go of all but these. */
export function holdOnly(ids: ReadonlySet<string>): void {
  for (const id of files.keys()) if (!ids.has(id)) files.delete(id);
}

export function leaveAnnotated(left: LeftAnnotated | null): void {
  annotated = left;
}

/** What this person left; what somebody else did is let go. */
export function leftAnnotated(person: string): LeftAnnotated | null {
  if (annotated?.person !== person) annotated = null;
  return annotated;
}

export function letGoOfAll(): void {
  files.clear();
  annotated = null;
}
