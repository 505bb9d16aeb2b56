// A space: a class, a desk or a newsroom, and what may be set in it.

/** What a space begins as; it decides wording and first settings. */
export const TEMPLATES = ["class", "desk", "newsroom"] as const;

export type Template = (typeof TEMPLATES)[number];

/** Who may make spaces: everybody who has an account, or who owns this Postil. */
export const SPACE_MAKERS = ["everyone", "owner"] as const;

export type SpaceMakers = (typeof SPACE_MAKERS)[number];

/** The longest name of a space, in UTF-16 code units. */
export const SPACE_NAME_LENGTH = 80;

/** Who may add articles: everybody who may annotate, or editors. */
export const ARTICLES_FROM = ["annotator", "editor"] as const;

/** Who is sent whose annotations: everybody all ("open"), or each their own and editors all ("own"). */
export const VISIBILITIES = ["open", "own"] as const;

export type Visibility = (typeof VISIBILITIES)[number];

/** What the owners of a space may set. */
export type SpaceSettings = {
  readonly articlesFrom: (typeof ARTICLES_FROM)[number];
  /** Whether people without an account may be let in. */
  readonly guestsAllowed: boolean;
  /** Whether who comes by the code waits until an editor lets them in. */
  readonly waitingRoom: boolean;
  /** Of all articles whose editors set nothing else. */
  readonly visibility: Visibility;
  /** Whether members who are no editors read each other's names; else they know each other by aliases. */
  readonly namesShown: boolean;
  /** The day on which the space ends, as YYYY-MM-DD in UTC; null: when it is archived. */
  readonly endsOn: string | null;
  /** How many days after that guests are erased with all they wrote; null: never. */
  readonly retentionDays: number | null;
};

/** The most days that guests may be kept after the end. */
export const MOST_RETENTION = 3650;

const OPEN = {
  visibility: "open",
  namesShown: true,
  endsOn: null,
  retentionDays: 180,
} as const;

/** What is set in a new space. */
export const FIRST_SETTINGS: Readonly<Record<Template, SpaceSettings>> = {
  class: { articlesFrom: "editor", guestsAllowed: true, waitingRoom: true, ...OPEN },
  desk: { articlesFrom: "annotator", guestsAllowed: false, waitingRoom: false, ...OPEN },
  newsroom: { articlesFrom: "annotator", guestsAllowed: false, waitingRoom: false, ...OPEN },
};
