// The single keys and what they do: the table that a person may change (WCAG 2.1.4).

/** What has a single key, in the order in which it is told. */
export const KEY_COMMANDS = [
  "claim",
  "entity",
  "framing",
  "repeat",
  "brush",
  "mentions",
  "menu",
  "next",
  "previous",
  "next-new",
  "reply",
  "choose",
  "copy",
  "link",
  "list",
  "codebook",
  "focus",
  "help",
] as const;

export type KeyCommand = (typeof KEY_COMMANDS)[number];

/** The key of each command: one printable character, small where it is a letter; null when switched off. */
export type KeyTable = Readonly<Record<KeyCommand, string | null>>;

export const DEFAULT_KEYS: KeyTable = {
  claim: "c",
  entity: "e",
  framing: "f",
  repeat: ".",
  brush: "b",
  mentions: "m",
  menu: "u",
  next: "n",
  previous: "p",
  "next-new": "w",
  reply: "r",
  choose: "x",
  copy: "q",
  link: "k",
  list: "l",
  codebook: "d",
  focus: "h",
  help: "?",
};

/** The command that has this key; null when none has. */
export function commandWith(keys: KeyTable, key: string): KeyCommand | null {
  return KEY_COMMANDS.find((command) => keys[command] === key) ?? null;
}

/** The table after a change, or why it cannot be: the command that has the key, or no key that could be given. */
export type Rekeyed =
  | { readonly keys: KeyTable }
  | { readonly taken: KeyCommand }
  | { readonly unfit: "digit" | "not-single" };

/** Gives a command another key. Digits are left to the labels. */
export function rekey(keys: KeyTable, command: KeyCommand, key: string): Rekeyed {
  if (/^\d$/.test(key)) return { unfit: "digit" };
  if (!/^[\x21-\x7e]$/.test(key)) return { unfit: "not-single" };
  const small = key.toLowerCase();
  const holder = commandWith(keys, small);
  if (holder !== null && holder !== command) return { taken: holder };
  return { keys: { ...keys, [command]: small } };
}

/** Takes a command its key. */
export const switchOff = (keys: KeyTable, command: KeyCommand): KeyTable => ({
  ...keys,
  [command]: null,
});

/** The letter as typed, or, where the layout has no Latin letters, the one printed there on a US keyboard. */
export function letterOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string | null {
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  if (code === "Period") return ".";
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null;
}

/** How a key is shown. */
export const shownKey = (key: string): string => key.toUpperCase();
