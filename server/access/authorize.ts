// Who may do what. Every route and every socket asks here, and whatever is not named is denied.

import { ROLES, type Role } from "#domain/person.ts";

/** Someone who asks: a person, and the role in the space that the resource belongs to (null: none). */
export type Actor = { readonly userId: string; readonly role: Role | null };

/** The least role that each verb needs. */
const LEAST_ROLE = {
  "space.read": "viewer",
  "article.read": "viewer",
  "article.create": "annotator",
  "article.edit": "editor",
  "article.lock": "editor",
  "layer.read": "viewer",
  "layer.write": "annotator",
  "scheme.edit": "editor",
  "annotation.resolve": "annotator",
  "annotation.hide": "editor",
  "annotation.propose": "editor",
  "reply.hide": "editor",
} as const satisfies Record<string, Role>;

export type Verb = keyof typeof LEAST_ROLE;

/** What is asked about. A layer carries its owner; nobody writes another's, whatever the role. */
export type Resource =
  | { readonly type: "space" }
  | { readonly type: "article"; readonly locked: boolean }
  | { readonly type: "layer"; readonly owner: string }
  | { readonly type: "annotation" | "reply"; readonly author: string };

/** Whether `actor` may do `verb` to `resource`. */
export function authorize(actor: Actor, verb: Verb, resource: Resource): boolean {
  if (!hasRole(actor, LEAST_ROLE[verb])) return false;
  if (verb === "article.edit") return resource.type === "article" && !resource.locked;
  if (verb === "layer.write") return resource.type === "layer" && resource.owner === actor.userId;
  if (verb === "annotation.resolve") {
    if (resource.type !== "annotation") return false;
    return resource.author === actor.userId || hasRole(actor, "editor");
  }
  return true;
}

/** Whether there may be something to which `actor` may do `verb`: nothing but the role is looked at. */
export const mayWithRole = (actor: Actor, verb: Verb): boolean => hasRole(actor, LEAST_ROLE[verb]);

function hasRole({ role }: Actor, least: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);
}
