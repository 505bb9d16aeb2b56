// The state of saving in words, always true and never more than is known.

import { CLOSE } from "#domain/wire.ts";
import type { Saving } from "../session/article-session.ts";
import type { Words } from "../words/words.ts";

/** What stands in the bar. */
export function savingWords(words: Words<"saving">, saving: Saving): string {
  switch (saving.state) {
    case "connecting":
    case "saved":
    case "saving":
      return words(saving.state);
    case "offline":
      return words(saving.waiting === "kept" ? "offline-kept" : "offline");
    case "refused":
    case "closed":
      return words("not-saved");
  }
}

/** What is wrong and what to do, for the states that will not heal by themselves; null for the others. */
export function savingTrouble(words: Words<"saving">, saving: Saving): string | null {
  if (saving.state === "refused") {
    return words("kept", { refusal: words(`refused-${saving.refusal}`) });
  }
  if (saving.state === "closed") return words(`closed-${CLOSED.get(saving.code) ?? "anyhow"}`);
  return null;
}

const CLOSINGS = [
  [CLOSE.noSession, "no-session"],
  [CLOSE.noAccess, "no-access"],
  [CLOSE.noRoom, "no-room"],
  [CLOSE.clientTaken, "client-taken"],
  [CLOSE.setAside, "set-aside"],
  [CLOSE.tooBig, "too-big"],
  [CLOSE.malformed, "malformed"],
  [CLOSE.tooOld, "too-old"],
  [CLOSE.tooFast, "too-fast"],
] as const;

const CLOSED = new Map<number, (typeof CLOSINGS)[number][1]>(CLOSINGS);
