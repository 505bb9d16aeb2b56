// What kind of file somebody brought: told by its first bytes, and by name and content type only where
// bytes cannot tell, as between Markdown and plain text.

import type { GivenFile } from "../imported.ts";
import { Unreadable } from "../unreadable.ts";
import { openArchive } from "./archive.ts";

export type FileKind = "docx" | "epub" | "pdf" | "html" | "markdown" | "text";

/** How far from its beginning a file may say what it is, in bytes. */
const BEGINNING = 1024;

/** The kind of a file that somebody can read here; other kinds that are known say what to do with them. */
export function kindOfFile(file: GivenFile): FileKind {
  const { bytes } = file;
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString("latin1");
  if (beginning.startsWith("PK\x03\x04")) return kindOfArchive(bytes);
  if (beginning.includes("%PDF-")) return "pdf";
  if (beginning.startsWith("{\\rtf")) throw new Unreadable("file-save-as-docx");
  if (beginning.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) throw oldOffice(bytes);
  if (isHtml(file, beginning)) return "html";
  return isMarkdown(file) ? "markdown" : "text";
}

function kindOfArchive(bytes: Uint8Array): FileKind {
  const archive = openArchive(bytes);
  if (archive.names.includes("[Content_Types].xml")) {
    if (archive.names.some((name) => name.startsWith("word/"))) return "docx";
    throw new Unreadable("file-unknown");
  }
  const type = new TextDecoder().decode(archive.read("mimetype") ?? undefined).trim();
  if (type === "application/epub+zip") return "epub";
  const isWritten =
    type.startsWith("application/vnd.oasis.opendocument.text") ||
    archive.names.includes("Index/Document.iwa");
  throw new Unreadable(isWritten ? "file-save-as-docx" : "file-unknown");
}

/** Word before 2007, or a new DOCX with a password, which is packed into such a file. */
function oldOffice(bytes: Uint8Array): Unreadable {
  const holds = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage")) return new Unreadable("file-locked");
  return new Unreadable(holds("WordDocument") ? "file-save-as-docx" : "file-unknown");
}

const HTML_BEGINS =
  /^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*<(?:!doctype\s+html|html|head|body)[\s>]/i;

function isHtml({ name, contentType }: GivenFile, beginning: string): boolean {
  const text = beginning
    .replace(/^\xef\xbb\xbf/, "")
    .replaceAll("\0", "")
    .replace(/^(?:\xff\xfe|\xfe\xff)/, "");
  if (HTML_BEGINS.test(text)) return true;
  const isCalled =
    /\.x?html?$/i.test(name) ||
    /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? "");
  return isCalled && /<[a-z!]/i.test(text);
}

const isMarkdown = ({ name, contentType }: GivenFile): boolean =>
  /\.(?:md|markdown|mdown|mkd)$/i.test(name) ||
  /^\s*text\/(?:x-)?markdown\b/i.test(contentType ?? "");
