// Who may do what. Every route and every socket asks here, and whatever is not named is denied.

import { ROLES, type Role } from "#domain/person.ts";

/** Someone who asks, in the space that the resource belongs to. */
export type Actor = {
  readonly userId: string;
  /** Null for a stranger to the space. */
  readonly role: Role | null;
  /** Whether the space, or the article in question, is archived: then it can only be read, brought back and deleted. */
  readonly archived?: boolean;
};

/** The least role that each verb needs. */
const LEAST_ROLE = {
  "space.read": "viewer",
  "space.leave": "viewer",
  "space.edit": "owner",
  "space.delete": "owner",
  "audit.read": "owner",
  "progress.read": "editor",
  "alias.read": "editor",
  "member.change": "editor",
  "invite.make": "editor",
  "article.read": "viewer",
  "article.create": "annotator",
  "article.edit": "editor",
  "article.lock": "editor",
  "article.share": "editor",
  "article.arrange": "editor",
  "layer.read": "viewer",
  "layer.read-any": "editor",
  "layer.write": "annotator",
  "scheme.edit": "editor",
  "annotation.resolve": "annotator",
  "annotation.hide": "editor",
  "annotation.propose": "editor",
  "reply.hide": "editor",
} as const satisfies Record<string, Role>;

export type Verb = keyof typeof LEAST_ROLE;

/** What may be done in an archived space. */
const IN_ARCHIVE: ReadonlySet<Verb> = new Set([
  "space.read",
  "space.leave",
  "space.edit",
  "space.delete",
  "audit.read",
  "progress.read",
  "alias.read",
  "member.change",
  "article.read",
  "layer.read",
  "layer.read-any",
]);

/**
 * What is asked about. A layer carries its owner; nobody writes another's, whatever the role. A space
 * may say from which role on articles are added; a member is there with the role they have.
 */
export type Resource =
  | { readonly type: "space"; readonly articlesFrom?: Role }
  | { readonly type: "member"; readonly role: Role }
  | { readonly type: "article"; readonly locked: boolean }
  | { readonly type: "layer"; readonly owner: string }
  | { readonly type: "annotation" | "reply"; readonly author: string };

/** Whether `actor` may do `verb` to `resource`. */
export function authorize(actor: Actor, verb: Verb, resource: Resource): boolean {
  if (!mayWithRole(actor, verb)) return false;
  switch (verb) {
    case "article.create":
      return resource.type === "space" && reaches(actor, resource.articlesFrom ?? "annotator");
    case "article.edit":
      return resource.type === "article" && !resource.locked;
    case "layer.write":
      return resource.type === "layer" && resource.owner === actor.userId;
    case "annotation.resolve":
      if (resource.type !== "annotation") return false;
      return resource.author === actor.userId || reaches(actor, "editor");
    case "member.change":
      return resource.type === "member" && isAbove(actor, resource.role);
    default:
      return true;
  }
}

/** Whether there may be something to which `actor` may do `verb`: nothing but role and archive are looked at. */
export function mayWithRole(actor: Actor, verb: Verb): boolean {
  return reaches(actor, LEAST_ROLE[verb]) && (actor.archived !== true || IN_ARCHIVE.has(verb));
}

/** Whether the actor's role is this one or a higher one. */
export function reaches({ role }: Actor, least: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** Owners stand above everybody, each other included. */
function isAbove(actor: Actor, role: Role): boolean {
  return actor.role === "owner" || (reaches(actor, role) && actor.role !== role);
}
