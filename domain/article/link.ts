// Where a link may lead.

const ALLOWED = /^(?:https?:\/\/|mailto:)\S+$/i;

/** The address of a link when it is one that may be followed (http, https, mailto); null otherwise. */
export function safeHref(href: unknown): string | null {
  return typeof href === "string" && ALLOWED.test(href) ? href : null;
}

const WEB = /^https?:\/\/[^\s/?#:@]+(?::\d{1,5})?(?:[/?#]\S*)?$/i;

/** A page of the web (http, https) as an address; one typed without its beginning gets `https://`. Null for what is none. */
export function webAddress(typed: string): string | null {
  const words = typed.trim();
  const whole = /^[^/:]+\.[^/:]+(?:[/:]|$)/.test(words) ? `https://${words}` : words;
  return WEB.test(whole) ? whole : null;
}
