// Names of people as names of files and folders, and back.

import { byAuthor, type OwnWork } from "./by-author.ts";
import type { MarkedAnnotation } from "./marked-article.ts";
import { percentDecoded, percentEncoded } from "./percent.ts";

/** What no file system takes, and the sign with which it is written. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*%]|^[\s.~]|[\s.]$/gu;

/** What Windows takes for devices, whatever the ending. */
export const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(?:\.|$)/iu;

/** Who has no name, as a file. */
const NOBODY = "_";

/** What one person wrote, and what their file is called, without an ending. */
export type OwnFile<A> = OwnWork<A> & { readonly file: string };

/**
 * A file for each author, and one of nobody where nothing was annotated. No two are called the same,
 * also where the case of letters and the way in which accents are written make no difference.
 */
export function filesByAuthor<A extends MarkedAnnotation>(
  annotations: readonly A[],
): readonly OwnFile<A>[] {
  const taken = new Set<string>();
  const works = byAuthor(annotations);
  return (works.length > 0 ? works : [{ name: "", annotations: [] }]).map((own) => {
    let file = fileOfAnnotator(own.name);
    for (let count = 1; taken.has(folded(file)); count++) file = fileOfAnnotator(own.name, count);
    taken.add(folded(file));
    return { ...own, file };
  });
}

const folded = (file: string): string => file.normalize("NFC").toLowerCase();

/** A name that stands for nobody else's; as many of its first signs as `encoded` says by their bytes. */
export function fileOfAnnotator(name: string, encoded = RESERVED.test(name) ? 1 : 0): string {
  if (name === "") return NOBODY;
  const first = name === NOBODY ? name : [...name].slice(0, encoded).join("");
  return percentEncoded(first) + name.slice(first.length).replace(FORBIDDEN, percentEncoded);
}

/** Whose file it is. */
export function annotatorOfFile(file: string): string {
  return file === NOBODY ? "" : percentDecoded(file);
}
