// Makes the headline a part of the text, so that it can be marked like every other line.

/**
 * The text with `title` as its first paragraph, unless it begins with it already. A text without
 * blank lines stays without: in such a text every line is a paragraph.
 */
export function withHeadline(title: string, text: string): string {
  const headline = title.trim();
  const body = text.replace(/\r\n?/g, "\n").trim();
  const [first = ""] = body.split("\n", 1);
  if (first.trim() === headline) return body;
  return headline + (/\n[^\S\n]*\n/.test(body) ? "\n\n" : "\n") + body;
}
