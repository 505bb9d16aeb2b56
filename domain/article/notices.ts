// What a reader is told of an article that was brought in: what did not come along, or came otherwise.

export const NOTICE_CODES = [
  /** Pictures that stayed behind. */
  "images-dropped",
  "images-kept",
  /** Films, sounds and whatever else a page embeds. */
  "embeds-dropped",
  "formulas-dropped",
  /** Tables that only arranged a page: their cells are paragraphs now. */
  "tables-flattened",
  /** Passages that were underlined, struck through, raised or set as code, and are plain now. */
  "marks-dropped",
  /** Links that lead nowhere safe; their words stay. */
  "links-dropped",
  /** Notes at the foot of a page, which stand at the end now. */
  "notes-moved",
  /** Comments beside a text. */
  "comments-dropped",
  /** Changes that nobody had accepted yet, which are accepted now. */
  "changes-accepted",
  /** Pages of a document that are pictures only. */
  "pages-without-text",
  /** Letters that could not be read. */
  "letters-lost",
] as const;

export type NoticeCode = (typeof NOTICE_CODES)[number];

/** One thing to tell; `count` is 1 or more. */
export type Notice = { readonly code: NoticeCode; readonly count: number };
