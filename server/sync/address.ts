// Which room the path of an upgrade asks for.

export type Address = {
  readonly articleId: string;
  /** Whose layer, when one layer is asked for as a room of its own. */
  readonly owner: string | null;
};

const PATH = /^\/sync\/([A-Za-z0-9_-]{1,64})(?:\/layer\/([A-Za-z0-9_-]{1,64}))?(?:\?.*)?$/;

/** Reads a request target; null when there can be no such room. Nothing is decoded: ids need no escapes. */
export function readAddress(target: string): Address | null {
  const match = PATH.exec(target);
  const articleId = match?.[1];
  return articleId ? { articleId, owner: match[2] ?? null } : null;
}
