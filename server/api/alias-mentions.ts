// Names behind an @ in what people wrote, put under aliases as the people themselves are: in files, and in
// the container of W3C's protocol.

import type { Person } from "#domain/person.ts";
import { mentionSplitter, type Piece } from "#domain/talk/mention.ts";
import { asPeer } from "../access/peer-alias.ts";
import type { Sight } from "../access/sight.ts";
import type { MarkedAnnotation } from "../formats/marked-article.ts";
import { membersIn } from "../store/members.ts";
import { inTurns } from "../turns.ts";
import type { Services } from "./services.ts";

type People = Pick<Services, "database" | "visitors">;

/** Stands for whom the asker does not know by name: an alias would tell who is behind it. */
const SOMEBODY = "@…";

export class Aliases {
  readonly #space: string;
  readonly #isKnown: (person: Person) => boolean;
  readonly #piecesOf: (text: string) => readonly Piece[];

  private constructor({ sharing: { space }, knownAs }: Sight, people: readonly Person[]) {
    this.#space = space;
    this.#isKnown = (person) => knownAs(person)?.name === person.name;
    // what names somebody who is not seen stays: else it would tell that they are there
    this.#piecesOf = mentionSplitter(people.filter((person) => knownAs(person) !== null));
  }

  /** For texts that may name members of the space, and those of these ids who are none any more. */
  static async of(
    { database, visitors }: People,
    sight: Sight,
    ids: readonly string[],
  ): Promise<Aliases> {
    const members = await membersIn(database, sight.sharing.space);
    const others = await visitors.people([...new Set(ids)]);
    const inSpace = members.map(({ id, name, colour }) => ({ id, name, colour: colour ?? 0 }));
    return new Aliases(sight, [...inSpace, ...others]);
  }

  /** The text with nobody's name behind an @. */
  say(text: string): string {
    if (!text.includes("@")) return text;
    return this.#piecesOf(text)
      .map(({ text: piece, person }) => (person === null ? piece : this.#told(person)))
      .join("");
  }

  /** The values of attributes likewise; links stay what they are. */
  sayAll(attributes: Readonly<Record<string, string>>): Record<string, string> {
    const said = Object.entries(attributes).map(([name, value]) => {
      return [name, LINK.test(value) ? value : this.say(value)] as const;
    });
    return Object.fromEntries(said);
  }

  /** What somebody made of a text as it was told, with the names that stand in the text as they wrote it. */
  unsay(made: string, written: string): string {
    if (made === this.say(written)) return written;
    const named = this.#piecesOf(written).flatMap(({ person }) => person ?? []);
    const names = new Map(named.filter(this.#isKnown).map((person) => [person.id, person.name]));
    const aliases = named.map((person) => asPeer(this.#space, person));
    return mentionSplitter(aliases)(made)
      .map(({ text, person }) => {
        const name = person && names.get(person.id);
        return name ? `@${name}` : text;
      })
      .join("");
  }

  #told(person: Person): string {
    return this.#isKnown(person) ? `@${asPeer(this.#space, person).name}` : SOMEBODY;
  }
}

const LINK = /^(?:https?|mailto):/i;

/** The same annotations; in their texts nobody is named behind an @. */
export async function withAliasedMentions(
  annotations: readonly MarkedAnnotation[],
  people: People,
  sight: Sight,
): Promise<MarkedAnnotation[]> {
  const involved = await inTurns(annotations, peopleOf);
  const aliases = await Aliases.of(people, sight, involved.flat());
  const say = (text: string): string => aliases.say(text);
  return await inTurns(annotations, (annotation) => ({
    ...annotation,
    note: say(annotation.note),
    attributes: aliases.sayAll(annotation.attributes),
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

const withReason = (
  hidden: MarkedAnnotation["hidden"],
  say: (text: string) => string,
): MarkedAnnotation["hidden"] => hidden && { ...hidden, reason: say(hidden.reason) };
