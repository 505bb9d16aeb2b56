// Words as one looks for them: whatever their case and accents.

/** The same for "Élan", "elan" and "E\u0301lan"; not for showing. */
export const plainWords = (words: string): string =>
  words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
