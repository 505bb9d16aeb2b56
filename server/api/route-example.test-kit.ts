// How a route is played for everybody, and who that is.

/** Who asks: nobody, somebody who is not in the space, and each role. */
export const ASKERS = ["nobody", "stranger", "viewer", "annotator", "editor", "owner"] as const;

export type Asker = (typeof ASKERS)[number];

export type RouteExample = {
  readonly route: string;
  readonly json?: object;
  /** What those are answered who may. */
  readonly answer: number;
  /** The same, when the last id of the path is of something that another person made. */
  readonly others?: number;
  /** What people with an account are answered, where that is something else. */
  readonly holder?: number;
  /** For those who are answered otherwise than the route's demand lets expect: the body decides. */
  readonly except?: Partial<Readonly<Record<Asker, number>>>;
};
