// The state of saving in words, always true and never more than is known.

import { CLOSE, type Refusal } from "#domain/wire.ts";
import type { Saving } from "../session/article-session.ts";

/** What stands in the bar. */
export function savingWords(saving: Saving): string {
  switch (saving.state) {
    case "connecting":
      return "Connecting…";
    case "saved":
      return "Saved";
    case "saving":
      return "Saving…";
    case "offline":
      return saving.waiting ? "Offline, kept in this browser" : "Offline";
    case "refused":
    case "closed":
      return "Not saved";
  }
}

/** What is wrong and what to do, for the states that will not heal by themselves; null for the others. */
export function savingTrouble(saving: Saving): string | null {
  if (saving.state === "refused") return `${REFUSALS[saving.refusal]} ${KEPT}`;
  if (saving.state === "closed") return CLOSED.get(saving.code) ?? CLOSED_ANYHOW;
  return null;
}

const KEPT = "Your work is kept in this browser: save it as a file to be sure, then reload.";

const REFUSALS: Readonly<Record<Refusal | "locked", string>> = {
  locked: "The text was locked before your last edit reached it.",
  malformed: "Postil could not read what this browser sent.",
  "foreign-client": "Postil took this browser for somebody else's.",
  gap: "Some of your earlier work did not reach Postil.",
  "unknown-reference": "What you changed is not on the server.",
  "not-allowed": "You may read this article, but no longer mark it.",
  "too-big": "That was more than Postil takes at once. Shorten the note.",
  "set-aside": "Your notes on this article are damaged on the server and were set aside.",
  "not-stored": "The server could not write to its disk.",
};

const CLOSED_ANYHOW = "The connection was ended. Reload the page to go on.";

const CLOSED: ReadonlyMap<number, string> = new Map([
  [CLOSE.noSession, "Your session has ended. Reload the page to enter again."],
  [CLOSE.noAccess, "You may no longer open this article. Ask whoever invited you."],
  [CLOSE.noRoom, "This article has been removed."],
  [
    CLOSE.clientTaken,
    "This article is open twice with the same work. Close the other tab, then reload.",
  ],
  [
    CLOSE.setAside,
    "This article is damaged on the server and was set aside. Tell the person who runs this Postil.",
  ],
  [CLOSE.tooBig, "Too many people are here at once. Try again later."],
  [CLOSE.malformed, "Postil could not read what this browser sent. Reload the page."],
  [CLOSE.tooOld, "Postil has been updated. Reload the page to go on."],
  [CLOSE.tooFast, "That was too much at once. Wait a minute, then reload."],
]);
