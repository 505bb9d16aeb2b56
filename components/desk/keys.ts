// What a key press means, on every keyboard layout. Single letters mean nothing in a field, and on a
// button only while words are selected, an annotation is focused or the brush is in hand. Each can be
// changed or switched off (WCAG 2.1.4).

import type { StepUnit } from "#domain/article/steps.ts";
import { KINDS, type KindId } from "#domain/scheme/scheme.ts";
import { commandWith, type KeyCommand, type KeyTable, letterOf } from "../keys/key-table.ts";

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
  /** Whether several annotations are chosen. */
  readonly chosen: boolean;
  /** Whether every selection is marked at once. */
  readonly brush: boolean;
  /** Whether the text is being edited. */
  readonly editing: boolean;
  /** Whether the article is written from right to left. */
  readonly rightToLeft: boolean;
};

export type Adjustment = {
  readonly edge: "start" | "end";
  readonly by: 1 | -1;
  readonly unit: StepUnit;
};

export type Command =
  | { readonly do: "mark" | "brush-kind"; readonly kind: KindId }
  | { readonly do: "label"; readonly digit: string }
  | ({ readonly do: "adjust" } & Adjustment)
  | { readonly do: "repeat" | "menu" | "clear" | "undo" | "redo" | "remove" | "note" | "reply" }
  | {
      readonly do:
        | "next"
        | "previous"
        | "help"
        | "focus"
        | "list"
        | "codebook"
        | "next-new"
        | "brush"
        | "mentions";
    }
  | { readonly do: "copy" | "link" | "choose" | "choose-all" };

/** The command of a key press, or null when it means nothing here and belongs to the browser. */
export function commandOf(keys: KeyTable, press: Press, situation: Situation): Command | null {
  if (press.isComposing) return null;
  const adjust = adjustCommand(press, situation);
  if (adjust || press.altKey) return adjust;
  if (press.ctrlKey || press.metaKey) return chordCommand(press, situation);
  if (press.key === "Escape") return press.spot === "field" ? null : { do: "clear" };
  if (press.spot === "field") return null;
  return letterCommand(keys, press, situation) ?? editCommand(press, situation);
}

/** Shift and an arrow move the end of one's own annotation, with Alt its start, with Ctrl or Cmd by words. */
function adjustCommand(press: Press, situation: Situation): Command | null {
  const { focused, selection, rightToLeft } = situation;
  if (!press.shiftKey || focused !== "own" || selection) return null;
  if (press.spot !== "article" && press.spot !== "card" && press.spot !== "page") return null;
  if (press.key !== "ArrowLeft" && press.key !== "ArrowRight") return null;
  const forwards = (press.key === "ArrowRight") !== rightToLeft;
  return {
    do: "adjust",
    edge: press.altKey ? "start" : "end",
    by: forwards ? 1 : -1,
    unit: press.ctrlKey || press.metaKey ? "word" : "character",
  };
}

/** Undo, redo and choosing all; in a field or in the text they belong to the field or the text. */
function chordCommand(press: Press, { editing }: Situation): Command | null {
  if (press.spot === "field" || editing) return null;
  const letter = letterOf(press);
  if (letter === "z") return { do: press.shiftKey ? "redo" : "undo" };
  if (letter === "a" && press.spot === "card" && !press.shiftKey) return { do: "choose-all" };
  return letter === "y" && press.ctrlKey && !press.shiftKey ? { do: "redo" } : null;
}

/** When a command that needs nothing but its key means something. */
const MEANS = {
  next: () => true,
  previous: () => true,
  "next-new": () => true,
  help: () => true,
  focus: () => true,
  list: () => true,
  codebook: () => true,
  brush: () => true,
  menu: ({ selection }) => selection,
  mentions: ({ selection, focused }) => selection || focused === "own",
  copy: ({ focused }) => focused !== null,
  link: ({ focused }) => focused !== null,
  choose: ({ focused }) => focused !== null,
  reply: ({ selection, focused }) => !selection && focused !== null,
} as const satisfies Partial<Record<KeyCommand, (situation: Situation) => boolean>>;

const isPlain = (command: KeyCommand): command is keyof typeof MEANS => command in MEANS;

function letterCommand(keys: KeyTable, press: Press, situation: Situation): Command | null {
  if (!isAwake(press, situation)) return null;
  const letter = letterOf(press);
  const command = letter === null ? null : commandWith(keys, letter);
  // a sign may need Shift, a letter with Shift is another one
  if (press.shiftKey && /^[a-z]$/.test(letter ?? "")) return brushCommand(press, command);
  if (press.repeat && command !== "next" && command !== "previous") return null;
  if (command === null) return digitCommand(press, situation);
  if (isPlain(command)) return MEANS[command](situation) ? { do: command } : null;
  return markCommand(command, situation);
}

const isAwake = ({ spot }: Press, { selection, focused, chosen, brush }: Situation): boolean =>
  spot !== "control" || selection || focused !== null || chosen || brush;

function brushCommand({ repeat }: Press, command: KeyCommand | null): Command | null {
  const kind = KINDS.find((each) => each === command);
  return kind && !repeat ? { do: "brush-kind", kind } : null;
}

function digitCommand(press: Press, { focused, chosen, brush }: Situation): Command | null {
  const digit = digitOf(press);
  return digit !== null && (focused === "own" || chosen || brush) ? { do: "label", digit } : null;
}

function markCommand(
  command: KindId | "repeat",
  { selection, focused, chosen, brush }: Situation,
): Command | null {
  if (!selection && focused !== "own" && !chosen && !brush) return null;
  return command === "repeat" ? { do: "repeat" } : { do: "mark", kind: command };
}

/** Enter and Delete; on a button Enter presses the button. */
function editCommand(press: Press, { focused, chosen }: Situation): Command | null {
  if (press.repeat || press.shiftKey) return null;
  const isDelete = press.key === "Delete" || press.key === "Backspace";
  if (isDelete) return focused === "own" || chosen ? { do: "remove" } : null;
  if (focused === null || press.key !== "Enter" || press.spot === "control") return null;
  return { do: focused === "own" ? "note" : "reply" };
}

/** The digit of the upper row or the number pad, whatever the layout has there (French needs Shift for digits). */
function digitOf({ key, code, shiftKey }: Press): string | null {
  if (shiftKey || [...key].length !== 1) return /^\d$/.test(key) ? key : null;
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null;
}
