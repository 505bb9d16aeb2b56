// How far a token reaches: never further than the person whose it is, and never as far as an owner.

import { ROLES, type Role } from "#domain/person.ts";

export const ACCESSES = ["read", "write"] as const;

export type Access = (typeof ACCESSES)[number];

export type Reach = {
  readonly access: Access;
  /** The spaces it opens; null: all that its person is in. */
  readonly spaces: readonly string[] | null;
};

/** The most that a token may do with each access. */
const MOST: Readonly<Record<Access, Role>> = { read: "viewer", write: "editor" };

/** The role that somebody has in a space by a token of this reach; their own for null. */
export function roleWithin(reach: Reach | null, spaceId: string, role: Role | null): Role | null {
  if (reach === null || role === null) return role;
  if (reach.spaces !== null && !reach.spaces.includes(spaceId)) return null;
  const most = MOST[reach.access];
  return ROLES.indexOf(role) > ROLES.indexOf(most) ? most : role;
}
