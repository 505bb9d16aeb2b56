// The language that a source says it is in.

/** A language tag in its usual form; sources also write `en_US`. Null for what is none. */
export function languageOf(written: string): string | null {
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll("_", "-"))[0] ?? null;
  } catch {
    return null; // Intl refuses by throwing RangeError
  }
}
