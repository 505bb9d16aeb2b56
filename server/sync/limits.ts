// How much of everything one socket, one person, one address may have.

export type SyncLimits = {
  /** Messages a second from one socket, thrice as many at once; a large one counts as several. */
  readonly messages: number;
  /** Sockets at one article. */
  readonly perArticle: number;
  /** Sockets of one person at one article: tabs and devices. */
  readonly perPerson: number;
  /** Sockets from one address: a school has one for all its classes. */
  readonly perAddress: number;
};

export const DEFAULT_LIMITS: SyncLimits = {
  messages: 20,
  perArticle: 500,
  perPerson: 10,
  perAddress: 2000,
};
