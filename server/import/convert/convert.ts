// Finds the converter for a file; none is loaded but the one that is needed.

import type { Converter, GivenFile, Imported } from "../imported.ts";
import { languageOfNodes } from "./guess-language.ts";
import { type FileKind, kindOfFile } from "./kind-of-file.ts";

const CONVERTERS: Readonly<Record<FileKind, () => Promise<Converter>>> = {
  html: async () => (await import("./html.ts")).readHtml,
  pdf: async () => (await import("./pdf.ts")).readPdf,
  docx: async () => (await import("./docx.ts")).readDocx,
  epub: async () => (await import("./epub.ts")).readEpub,
  markdown: async () => (await import("./markdown.ts")).readMarkdown,
  text: async () => (await import("./plain-text.ts")).readPlainText,
};

/** Reads a file of any kind. Rejects with Unreadable. */
export async function convert(file: GivenFile): Promise<Imported> {
  const load = CONVERTERS[kindOfFile(file)];
  const imported = await (await load())(file);
  return { ...imported, language: imported.language ?? languageOfNodes(imported.nodes) };
}
