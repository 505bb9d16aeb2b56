// Names of people as names of files and folders, and back.

/** What no file system takes, and the sign with which it is written. */
const FORBIDDEN = /[\p{Cc}\p{Cf}<>:"/\\|?*%]|^[\s.~]|[\s.]$/gu;

/** Who has no name, as a file. */
const NOBODY = "_";

/** A name that stands for nobody else's. */
export function fileOfAnnotator(name: string): string {
  if (name === "" || name === NOBODY) return name === "" ? NOBODY : "%5F";
  return name.replace(FORBIDDEN, encode);
}

/** Whose file it is. */
export function annotatorOfFile(file: string): string {
  if (file === NOBODY) return "";
  try {
    return decodeURIComponent(file.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"));
  } catch {
    return file;
  }
}

/** Also for the signs that `encodeURIComponent` leaves as they are. */
function encode(sign: string): string {
  return [...new TextEncoder().encode(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}
