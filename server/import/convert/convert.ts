// Finds the converter for a file; none is loaded but the one that is needed.

import type { Converter, GivenFile, Imported } from "../imported.ts";
import { Unreadable } from "../unreadable.ts";
import { type FileKind, kindOfFile } from "./kind-of-file.ts";

const CONVERTERS: Partial<Readonly<Record<FileKind, () => Promise<Converter>>>> = {
  html: async () => (await import("./html.ts")).readHtml,
};

/** Reads a file of any kind. Rejects with Unreadable. */
export async function convert(file: GivenFile): Promise<Imported> {
  const kind = kindOfFile(file);
  const load = kind && CONVERTERS[kind];
  if (!load) throw new Unreadable("file-unknown");
  return await (await load())(file);
}
