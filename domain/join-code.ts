// The code by which a class comes in: short enough to be read from a wall and typed on a phone.

/** 31 letters and digits, none of which is taken for another. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

const LENGTH = 8;

/** How long a code is good at most, in days. */
export const CODE_DAYS = 14;

/** A new code. `pick(n)` returns a whole number from 0 up to, not including, n. */
export const newCode = (pick: (n: number) => number): string =>
  Array.from({ length: LENGTH }, () => LETTERS[pick(LETTERS.length)]).join("");

/** The code that somebody typed, in whatever case, with spaces and dashes; null when it can be none. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, "");
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter))
    ? code
    : null;
}

/** A code as it is shown: two groups, which are easier to keep in mind. */
export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
