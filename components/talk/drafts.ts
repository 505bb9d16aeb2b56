// Replies that were typed and not sent: kept for this tab, so that a card may close and open again.

const drafts = new Map<string, string>();

/** What was typed for `key`, or "". */
export function recallDraft(key: string): string {
  return drafts.get(key) ?? read(key) ?? "";
}

/** Keeps what was typed; "" forgets it. */
export function keepDraft(key: string, text: string): void {
  if (text === "") drafts.delete(key);
  else drafts.set(key, text);
  try {
    if (text === "") sessionStorage.removeItem(nameOf(key));
    else sessionStorage.setItem(nameOf(key), text);
  } catch {
    // the browser refuses storage or it is full: then the draft lasts as long as the page
  }
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(nameOf(key));
  } catch {
    return null;
  }
}

const nameOf = (key: string): string => `postil.draft/${key}`;
