// What somebody brings to the page: an address, a file, or words.

/** How pasted words are read. */
export const READINGS = ["formatted", "markdown", "plain"] as const;
export type Reading = (typeof READINGS)[number];

export type PastedWords = {
  readonly what: "words";
  readonly plain: string;
  /** As HTML; null when the words came without a format. */
  readonly html: string | null;
  readonly as: Reading;
};

/** What can be brought in. */
export type Bringable =
  | { readonly what: "address"; readonly address: string }
  | { readonly what: "file"; readonly file: File }
  | PastedWords;

export type Given =
  | Bringable
  /** A file that was given before the page was left: its name is what this page knows of it. */
  | { readonly what: "lost-file"; readonly name: string };

/** What a clipboard or a hand that drops holds: the part of `DataTransfer` that is looked at. */
export type Transfer = {
  readonly files: ArrayLike<File>;
  readonly getData: (type: string) => string;
};

/** What to bring in of it, files before all else; nothing where it holds nothing. */
export function givenOfTransfer(transfer: Transfer): readonly Bringable[] {
  const html = transfer.getData("text/html");
  const files = Array.from(transfer.files);
  // programs for writing hand over a picture of the words, too
  const isPicture = html !== "" && files.every(({ type }) => type.startsWith("image/"));
  if (files.length > 0 && !isPicture) return files.map((file) => ({ what: "file", file }));
  const plain = transfer.getData("text/plain");
  const address = addressIn(transfer.getData("text/uri-list")) ?? addressIn(plain);
  if (address !== null) return [{ what: "address", address }];
  return plain.trim() === "" && html === "" ? [] : [wordsGiven(plain, html === "" ? null : html)];
}

/** Words read the way that fits them best. */
export function wordsGiven(plain: string, html: string | null): PastedWords {
  const as = html !== null ? "formatted" : MARKDOWN.test(plain) ? "markdown" : "plain";
  return { what: "words", plain, html, as };
}

/** What nobody writes but in Markdown: a heading, a line above it all, a table, a link, bold words. */
const MARKDOWN = /^(?:#{1,6} \S|---\n.*:|\|.+\|$)|\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\([^)\s]+\)/m;

/** The address in a text that holds nothing else; null in any other. */
function addressIn(text: string): string | null {
  const [line = "", ...more] = text.split(/\r?\n/).filter((each) => !/^(?:#|\s*$)/.test(each));
  return more.length === 0 && /^\s*https?:\/\/\S+\s*$/i.test(line) ? line.trim() : null;
}

/** An address as people type it, with what they leave out. */
export function fullAddress(typed: string): string {
  const address = typed.trim();
  return /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`;
}

/** What people know it by; null for words, which have no name. */
export function nameOf(given: Given): string | null {
  switch (given.what) {
    case "words":
      return null;
    case "address":
      return given.address;
    case "file":
      return given.file.name;
    case "lost-file":
      return given.name;
  }
}
