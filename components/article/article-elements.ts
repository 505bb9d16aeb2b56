// What the server's HTML and the editor's must have in common.

import { safeImage } from "#domain/article/image.ts";

/** Of the `<br>` that gives an empty line its height and is no text; ProseMirror's own name for it. */
export const FILLER_CLASS = "ProseMirror-trailingBreak";

/** The `rel` of links in an article. */
export const LINK_REL = "noopener noreferrer nofollow";

/** Of the box around a table, which scrolls sideways where the table is too wide. */
export const TABLE_CLASS = "article-table";

type Attributes = Readonly<Record<string, unknown>>;

/** What an image is shown with; null when it cannot be shown. */
export function imageAttributes({ src, alt, width, height }: Attributes) {
  const source = safeImage(src);
  const size = (value: unknown): number | undefined => (isCount(value) ? value : undefined);
  if (source === null) return null;
  const description = typeof alt === "string" ? alt : "";
  return { src: source, alt: description, width: size(width), height: size(height) };
}

/** The words below an image; null when there are none. */
export const captionOf = ({ caption }: Attributes): string | null =>
  typeof caption === "string" && caption !== "" ? caption : null;

/** How many columns and rows a cell fills, where that isn't one. */
export function spanOf({ colspan, rowspan }: Attributes) {
  const span = (value: unknown): number | undefined =>
    isCount(value) && value > 1 ? value : undefined;
  return { colspan: span(colspan), rowspan: span(rowspan) };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;
