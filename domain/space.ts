// A space: a class, a desk or a newsroom, and what may be set in it.

/** What a space begins as; it decides wording, scheme and first settings. */
export const TEMPLATES = ["class", "desk", "newsroom"] as const;

export type Template = (typeof TEMPLATES)[number];

/** Who is sent whose annotations: everybody all ("open"), or each their own and editors all ("own"). */
export type Visibility = "open" | "own";
