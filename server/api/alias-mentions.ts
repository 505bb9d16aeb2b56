// Names behind an @ in what people wrote, put under aliases as the people themselves are.

import type { Person } from "#domain/person.ts";
import { splitMentions } from "#domain/talk/mention.ts";
import { asPeer } from "../access/peer-alias.ts";
import type { Visitors } from "../access/visitors.ts";
import type { MarkedAnnotation } from "../formats/marked-article.ts";

type Aliases = { readonly space: string; readonly visitors: Visitors };

/** The same annotations; in their texts nobody who had a part in them, or is mentioned, is named behind an @. */
export async function withAliasedMentions(
  annotations: readonly MarkedAnnotation[],
  { space, visitors }: Aliases,
): Promise<MarkedAnnotation[]> {
  const ids = new Set(annotations.flatMap(peopleOf));
  const say = aliasing(await visitors.people([...ids]), space);
  return annotations.map((annotation) => ({
    ...annotation,
    note: say(annotation.note),
    hidden: withReason(annotation.hidden, say),
    replies: annotation.replies.map((reply) => ({
      ...reply,
      text: say(reply.text),
      hidden: withReason(reply.hidden, say),
    })),
  }));
}

const peopleOf = ({ author, replies, voters, proposals }: MarkedAnnotation): string[] => [
  author.id,
  ...replies.flatMap((reply) => [reply.author.id, ...reply.mentions]),
  ...[...voters, ...proposals].map(({ by }) => by.id),
];

type Say = (text: string) => string;

const withReason = (hidden: MarkedAnnotation["hidden"], say: Say): MarkedAnnotation["hidden"] =>
  hidden && { ...hidden, reason: say(hidden.reason) };

const aliasing =
  (people: readonly Person[], space: string): Say =>
  (text) =>
    text.includes("@")
      ? splitMentions(text, people)
          .map(({ text: piece, person }) => (person ? `@${asPeer(space, person).name}` : piece))
          .join("")
      : text;
