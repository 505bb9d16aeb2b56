// What a file is: by its first bytes, then by what its sender calls it. Names alone prove nothing.

import type { GivenFile } from "../imported.ts";

export type FileKind = "html" | "docx" | "epub" | "pdf" | "markdown" | "text";

/** What kind of file it is; null for one that Postil does not read. */
export function kindOfFile(file: GivenFile): FileKind | null {
  const start = new TextDecoder("latin1").decode(file.bytes.subarray(0, 4096));
  if (start.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (start.startsWith("PK\u0003\u0004")) return kindOfArchive(file.bytes);
  if (isBinary(start)) return null;
  if (
    /^[\s\u00ef\u00bb\u00bf]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(
      start,
    )
  ) {
    return "html";
  }
  return kindByClaim(file);
}

const EPUB = "mimetypeapplication/epub+zip";

/** Books say in their first entry that they are some; a text of Word has its own folder. */
function kindOfArchive(bytes: Uint8Array): FileKind | null {
  const first = new TextDecoder("latin1").decode(bytes.subarray(30, 30 + EPUB.length));
  if (first === EPUB) return "epub";
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("word/document")
    ? "docx"
    : null;
}

/** Texts have no NUL, but in UTF-16, which begins with a mark. */
const isBinary = (start: string): boolean =>
  start.includes("\0") && !/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start);

const TYPES: ReadonlyMap<string, FileKind> = new Map([
  ["text/html", "html"],
  ["application/xhtml+xml", "html"],
  ["text/markdown", "markdown"],
  ["text/x-markdown", "markdown"],
  ["text/plain", "text"],
]);

const ENDINGS: ReadonlyMap<string, FileKind> = new Map([
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["txt", "text"],
  ["text", "text"],
]);

/** Names go before plain text, as which everything without a better type is sent. */
function kindByClaim({ contentType, name }: GivenFile): FileKind | null {
  const type = TYPES.get(contentType?.split(";")[0]?.trim().toLowerCase() ?? "");
  const ending = ENDINGS.get(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "");
  return (type === "text" ? ending : type) ?? ending ?? type ?? null;
}
