// Files for tests, as somebody would bring them.

import type { GivenFile } from "../imported.ts";

/** A file of these bytes, or of a text in UTF-8. */
export function fileOf(content: string | Uint8Array, said: Partial<GivenFile> = {}): GivenFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name: "", contentType: null, url: null, ...said, bytes };
}
