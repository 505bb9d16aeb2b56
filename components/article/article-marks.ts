// What the server's HTML and the editor's must have in common.

/** Of the `<br>` that gives an empty line its height and is no text; ProseMirror's own name for it. */
export const FILLER_CLASS = "ProseMirror-trailingBreak";

/** The `rel` of links in an article. */
export const LINK_REL = "noopener noreferrer nofollow";
