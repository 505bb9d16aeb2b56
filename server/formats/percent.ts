// Signs that a place cannot hold, written as in addresses: by their bytes behind percent signs.

/** All of these signs, also those that `encodeURIComponent` leaves as they are. */
export function percentEncoded(signs: string): string {
  return [...new TextEncoder().encode(signs)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}

/** What was written so; a percent sign that stands for nothing is one. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"));
  } catch {
    return text; // no UTF-8 is behind it
  }
}
