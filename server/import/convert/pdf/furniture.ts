// What stands on pages and is no part of the text: their heads and feet, and their numbers.

import type { Fragment } from "./fragment.ts";

/** How many lines from the top and from the bottom of a page may be furniture. */
const ROWS = 3;

/** A line is one of a page's head or foot if it stands at the same height on a page as near as this: left and right pages may differ. */
const NEAR = 2;

/** Lines are at the same height when they differ by less, in points. */
const HEIGHT = 4;

const NUMBER =
  /^[\s\-–—|[(]*(?:(?:page|seite|p\.|s\.|página|pagina|pág\.|صفحة)\s*)?\p{Nd}{1,4}(?:\s*(?:\/|of|von|de|sur|di|من)\s*\p{Nd}{1,4})?[\s\-–—|\])]*$/iu;

type Row = readonly Fragment[];

/** The pages without their heads, feet and numbers; as they are, if there was nothing else on them. */
export function withoutFurniture(pages: readonly (readonly Fragment[])[]): Fragment[][] {
  const margins = pages.map(marginsOf);
  const keys = margins.map(({ head, foot }) => new Set([...head, ...foot].flat().flatMap(keysOf)));
  const cleared = pages.map((page, index) => {
    const { head, foot } = margins[index] ?? { head: [], foot: [] };
    const near = [
      ...keys.slice(Math.max(0, index - NEAR), index),
      ...keys.slice(index + 1, index + 1 + NEAR),
    ];
    const isRepeated = (piece: Fragment) =>
      keysOf(piece).some((key) => near.some((others) => others.has(key)));
    const furniture = new Set([...furnitureOf(head, isRepeated), ...furnitureOf(foot, isRepeated)]);
    return page.filter((piece) => !furniture.has(piece));
  });
  return cleared.some((page) => page.length > 0) ? cleared : pages.map((page) => [...page]);
}

/** What of a margin is furniture, from its outermost row until the first that is not. */
function furnitureOf(rows: readonly Row[], isRepeated: (piece: Fragment) => boolean): Fragment[] {
  const isFurniture = (piece: Fragment) => isRepeated(piece) || NUMBER.test(piece.text);
  const end = rows.findIndex((row) => !row.some(isFurniture));
  return rows.slice(0, end === -1 ? rows.length : end).flatMap((row) => row.filter(isFurniture));
}

/** The first and the last rows of a page, from outside. */
function marginsOf(page: readonly Fragment[]): { head: Row[]; foot: Row[] } {
  const rows: Fragment[][] = [];
  for (const piece of page.toSorted((one, other) => one.y - other.y)) {
    const row = rows.at(-1);
    if (row?.[0] && piece.y - row[0].y < HEIGHT) row.push(piece);
    else rows.push([piece]);
  }
  return { head: rows.slice(0, ROWS), foot: rows.slice(-ROWS).toReversed() };
}

/** The words of a piece, whatever numbers are in them, at about its height: two keys, as heights have no borders. */
function keysOf({ text, y }: Fragment): string[] {
  const words = text
    .toLowerCase()
    .replace(/\p{Nd}+/gu, "#")
    .replace(/\s+/g, " ")
    .trim();
  const height = y / (2 * HEIGHT);
  return [`${Math.floor(height)} ${words}`, `${Math.round(height) - 0.5} ${words}`];
}
