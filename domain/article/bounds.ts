// How large what becomes an article may be: browsers ask for no more, and the server takes no more.

/** The longest title, byline or source, in UTF-16 code units. */
export const LINE_LENGTH = 500;

/** The largest file that is read as an article, in bytes. */
export const FILE_BYTES = 20 * 1024 * 1024;

/** The largest file that others have annotated, in bytes. */
export const ANNOTATED_BYTES = 64 * 1024 * 1024;
