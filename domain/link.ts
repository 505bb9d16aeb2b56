// Where a link in an article may lead.

const ALLOWED = /^(?:https?:\/\/|mailto:)\S+$/i;

/** The address of a link when it is one that may be followed (http, https, mailto); null otherwise. */
export function safeHref(href: unknown): string | null {
  return typeof href === "string" && ALLOWED.test(href) ? href : null;
}
