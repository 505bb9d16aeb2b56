// What the elements of HTML are to an article.

import type { ArticleNode } from "#domain/article/article.ts";
import type { NoticeCode } from "#domain/article/notices.ts";

export const TEXT = 3;
const ELEMENT = 1;

/** What is read in a way of its own. */
export type ElementKind =
  | "rule"
  | "image"
  | "figure"
  | "verbatim"
  | "heading"
  | "quote"
  | "list"
  | "table";

export const ELEMENTS: ReadonlyMap<string, ElementKind> = new Map([
  ["hr", "rule"],
  ["img", "image"],
  ["figure", "figure"],
  ["pre", "verbatim"],
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "heading"] as const),
  ["blockquote", "quote"],
  ["ul", "list"],
  ["ol", "list"],
  ["menu", "list"],
  ["table", "table"],
]);

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** What begins and ends a paragraph, and is nothing else to us. */
export const BLOCKS = names(
  "p div section article main header footer aside address center dl dt dd details summary fieldset figcaption hgroup li noscript td th tr body html caption tbody thead tfoot legend search optgroup",
);

/** What has no words for readers. Ruby goes: it says again what stands below it. */
export const DROPPED = names(
  "script style template head title link meta base nav form button input select textarea label option datalist dialog progress meter rt rp svg map area param source track col colgroup frame frameset noframes portal slot",
);

export const EMBEDS: ReadonlyMap<string, NoticeCode> = new Map([
  ...["iframe", "object", "embed", "video", "audio", "canvas", "applet"].map(
    (name) => [name, "embeds-dropped"] as const,
  ),
  ["math", "formulas-dropped"],
]);

/** What an article cannot show but as plain words, though it says something. */
export const PLAINED = names("u s strike del sub sup code kbd samp mark");

const BOLD = names("b strong");
const ITALIC = names("i em cite dfn var");

/** What an element sets in bold or italics; styles go before names, as clipboards need it. */
export function emphasisOf(name: string, style: string): { bold: boolean; italic: boolean } {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  return {
    bold: weight === undefined ? BOLD.has(name) : /^(?:bold|bolder|[6-9]00)$/i.test(weight),
    italic: slant === undefined ? ITALIC.has(name) : /^(?:italic|oblique)$/i.test(slant),
  };
}

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

const NOT_SHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;
const FOR_EARS = /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text)(?:\s|$)/i;

/** Whether a page does not show an element, as far as the element itself says. */
export function isHidden(element: Element): boolean {
  return (
    element.hasAttribute("hidden") ||
    element.getAttribute("aria-hidden") === "true" ||
    NOT_SHOWN.test(element.getAttribute("style") ?? "") ||
    FOR_EARS.test(element.getAttribute("class") ?? "")
  );
}

/** Whether a picture is there to count readers. */
export const isPixel = (image: Element): boolean =>
  ["width", "height"].some((side) => /^[01](?:px)?$/.test(image.getAttribute(side) ?? ""));

/** From how many letters on a cell is a column of a page. */
const COLUMN = 600;

/** Whether a table tells something by its rows and columns, and does not only arrange a page. */
export function isDataTable(table: Element, rows: readonly (readonly Element[])[]): boolean {
  return (
    !/^(?:presentation|none)$/.test(table.getAttribute("role") ?? "") &&
    rows.some((cells) => cells.length > 1) &&
    table.querySelector("table") === null &&
    rows.flat().every((cell) => (cell.textContent ?? "").length < COLUMN)
  );
}

/** A list with its first number, where it is not 1. */
export function listOf(element: Element, content: readonly ArticleNode[]): ArticleNode {
  if (element.localName !== "ol") return { type: "bulletList", content };
  const start = Number(element.getAttribute("start") ?? 1);
  const attrs =
    Number.isSafeInteger(start) && start >= 0 && start !== 1 ? { attrs: { start } } : {};
  return { type: "orderedList", ...attrs, content };
}

/** The content of a list item, which begins with a paragraph whatever the page says. */
export function asItem([first, ...others]: readonly ArticleNode[]): ArticleNode[] {
  if (first?.type === "paragraph") return [first, ...others];
  if (first?.type !== "heading")
    return [{ type: "paragraph" }, ...(first ? [first] : []), ...others];
  return [{ type: "paragraph", content: first.content ?? [] }, ...others];
}
