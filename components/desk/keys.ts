// What a key press means, on every keyboard layout. Single letters mean something only while words
// are selected, an annotation is focused, or the article or a card has the focus (WCAG 2.1.4).

import type { KindId, Scheme } from "#domain/scheme.ts";

/** Where a key was pressed: a text field, a button or link, the head of a card, the article, or elsewhere. */
export type Spot = "field" | "control" | "card" | "article" | "page";

export type Press = Pick<
  KeyboardEvent,
  "code" | "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "isComposing"
> & { readonly spot: Spot };

export type Situation = {
  /** Whether words are selected that this person may mark. */
  readonly selection: boolean;
  /** Whose annotation is focused. */
  readonly focused: "own" | "other" | null;
  /** Whether the text is being edited. */
  readonly editing: boolean;
};

export type Command =
  | { readonly do: "mark"; readonly kind: KindId }
  | { readonly do: "label"; readonly digit: string }
  | { readonly do: "repeat" | "menu" | "clear" | "undo" | "redo" | "remove" | "note" }
  | { readonly do: "next" | "previous" | "help" | "focus" | "list" };

/** The command of a key press, or null when it means nothing here and belongs to the browser. */
export function commandOf(scheme: Scheme, press: Press, situation: Situation): Command | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return historyCommand(press, situation);
  if (press.key === "Escape") return press.spot === "field" ? null : { do: "clear" };
  if (press.spot === "field") return null;
  return letterCommand(scheme, press, situation) ?? editCommand(press, situation);
}

/** Undo and redo; in a field or in the text they belong to the field or the text. */
function historyCommand(press: Press, { editing }: Situation): Command | null {
  if (press.spot === "field" || editing) return null;
  const letter = letterOf(press);
  if (letter === "z") return { do: press.shiftKey ? "redo" : "undo" };
  return letter === "y" && press.ctrlKey && !press.shiftKey ? { do: "redo" } : null;
}

function letterCommand(scheme: Scheme, press: Press, situation: Situation): Command | null {
  const { selection, focused } = situation;
  if (!selection && !focused && press.spot !== "article" && press.spot !== "card") return null;
  if (press.key === "?") return { do: "help" };
  const letter = letterOf(press);
  if (letter === "n") return { do: "next" };
  if (letter === "p") return { do: "previous" };
  if (press.repeat || press.shiftKey) return null;
  if (letter === "h") return { do: "focus" };
  if (letter === "l") return { do: "list" };
  return markCommand(scheme, press, letter, situation);
}

function markCommand(
  scheme: Scheme,
  press: Press,
  letter: string | null,
  { selection, focused }: Situation,
): Command | null {
  if (selection && letter === "u") return { do: "menu" };
  if (!selection && focused !== "own") return null;
  const digit = digitOf(press);
  if (digit !== null && focused === "own") return { do: "label", digit };
  if (letter === ".") return { do: "repeat" };
  const kind = scheme.kinds.find(({ key }) => key === letter);
  return kind ? { do: "mark", kind: kind.id } : null;
}

/** Enter and Delete; on a button Enter presses the button. */
function editCommand(press: Press, { focused }: Situation): Command | null {
  if (focused !== "own" || press.repeat || press.shiftKey) return null;
  if (press.key === "Delete" || press.key === "Backspace") return { do: "remove" };
  return press.key === "Enter" && press.spot !== "control" ? { do: "note" } : null;
}

/** The letter as typed, or, where the layout has no Latin letters, the one printed there on a US keyboard. */
function letterOf({ key, code }: Press): string | null {
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  if (code === "Period") return ".";
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null;
}

/** The digit of the upper row or the number pad, whatever the layout has there (French needs Shift for digits). */
function digitOf({ key, code }: Press): string | null {
  return [...key].length === 1 ? (/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null) : null;
}
