// What the cards need for the talk about their annotations.

import type { Annotation } from "#domain/annotation/annotation.ts";
import { type Person, ROLES, type Role } from "#domain/person.ts";
import type { ArticleTalk } from "../session/article-talk.ts";
import type { TalkHand } from "./talk-hand.ts";

/** The same object as long as the article is open. */
export type TalkDesk = {
  readonly talk: ArticleTalk;
  readonly me: Person;
  readonly role: Role;
  readonly hand: TalkHand;
  /** Who can be mentioned besides those who are here or wrote something; none while they cannot be asked for. */
  readonly members: () => Promise<readonly Person[]>;
};

export type Rights = ReturnType<typeof rightsAt>;

/** What somebody may say about an annotation, or do with a reply. The server has the last word. */
export function rightsAt(
  { me, role }: Pick<TalkDesk, "me" | "role">,
  { author }: Pick<Annotation, "author">,
) {
  const isAtLeast = (least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);
  const mine = author === me.id;
  return {
    speak: isAtLeast("annotator"),
    resolve: isAtLeast(mine ? "annotator" : "editor"),
    propose: isAtLeast("editor") && !mine,
    hide: isAtLeast("editor") && !mine,
    /** Whether this person may look at it while it is hidden. */
    look: isAtLeast("editor") || mine,
  };
}
