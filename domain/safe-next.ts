// Where somebody may be led on to, after they signed in for instance.

/** The first parts of the addresses of our pages; below them are ids and words. */
const PLACES = ["account", "articles", "join", "owner", "sign-in", "spaces"];

const PATH = new RegExp(`^/(?:(?:${PLACES.join("|")})(?:/[\\w-]{1,64}){0,4})?$`);

/** Letters that neither end a path nor lead out of it. */
const REST = /^[\w.~=&%/+-]{0,500}$/;

/** The path of a page of ours, with what stands behind `?` and `#`, when `next` is one; the start page otherwise. */
export function safeNext(next: unknown): string {
  if (typeof next !== "string") return "/";
  const [, path = "", query = "", hash = ""] =
    /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(next) ?? [];
  return PATH.test(path) && REST.test(query) && REST.test(hash) ? next : "/";
}
