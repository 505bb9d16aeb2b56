// Where somebody goes on to after signing in: a page of this Postil, never another site.

/** The pages that may be asked for, by the first word of their path. */
const PAGES: ReadonlySet<string> = new Set(["", "account", "articles", "join", "spaces"]);

/** `wanted` when it is the plain path of a page, else the library. Ids need no other letters than these. */
export function nextPath(wanted: string | null): string {
  if (wanted === null || !/^\/(?:[\w-]+(?:\/[\w-]+)*)?$/.test(wanted)) return "/";
  return PAGES.has(wanted.split("/")[1] ?? "") ? wanted : "/";
}

/** The id of the article that a path is of; null for any other path. */
export const articleAt = (path: string): string | null =>
  /^\/articles\/([^/]+)$/.exec(path)?.[1] ?? null;
