// How far people have come with an annotation.

/** Not settled, disagreed about, or settled; in the order in which they are shown. */
export const STATUSES = ["open", "contested", "resolved"] as const;

export type Status = (typeof STATUSES)[number];
