// All annotations of an article, and what was replied to them, as somebody sees them: what the container
// of W3C's protocol holds. It is told in pieces, for ten thousand take their time.

import { createHash } from "node:crypto";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import type { Reply } from "#domain/talk/talk.ts";
import type { Sight } from "../access/sight.ts";
import { CodePoints } from "../formats/code-points.ts";
import {
  annotationItem,
  type Made,
  replyItem,
  type Setting,
  type ToldAnnotation,
} from "../formats/w3c-item.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { inTurns } from "../turns.ts";
import { Aliases } from "./alias-mentions.ts";
import { type Names, namesFor } from "./annotation-answer.ts";
import { underAliases } from "./marked-article.ts";
import { placedFor } from "./placed.ts";
import type { Services } from "./services.ts";

/** An annotation, or a reply to it. */
export type Contained = Placed & { readonly reply: Reply | null };

/** What is between author and id in an address; neither holds it. */
const BETWEEN = ".";

type Seen = { readonly article: { readonly id: string }; readonly sight: Sight };

/** Reads what somebody sees; hidden annotations and replies are left out, people go by aliases. */
export async function readContainer(
  { database, visitors, url }: Pick<Services, "database" | "visitors" | "url">,
  live: LiveArticle,
  { article, sight }: Seen,
): Promise<Container> {
  const contained = await containedIn(live, sight);
  const authors = contained.map(({ annotation, reply }) => (reply ?? annotation).author);
  const names = await namesFor(authors, { sight: underAliases(sight), visitors });
  const mentioned = contained.flatMap(({ reply }) => reply?.mentions ?? []);
  const aliases = await Aliases.of({ database, visitors }, sight, [...authors, ...mentioned]);
  const { text } = live.text();
  return new Container(contained, { names, aliases, text, url, article: article.id });
}

/** Each annotation in reading order, orphans last, with its replies behind it, the oldest first. */
async function containedIn(live: LiveArticle, sight: Sight): Promise<readonly Contained[]> {
  const { hidden, hiddenReplies } = live.decisions();
  const replies = [...live.talk(sight.sees).values()]
    .flatMap((talk) => talk.replies)
    .filter(({ author, id }) => !hiddenReplies.has(refTo(author, id)))
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const threads = Map.groupBy(replies, ({ to }) => to);
  return (await placedFor(live, sight)).flatMap((placed): Contained[] => {
    const ref = refTo(placed.annotation.author, placed.annotation.id);
    if (hidden.has(ref)) return [];
    const thread = threads.get(ref) ?? [];
    return [{ ...placed, reply: null }, ...thread.map((reply) => ({ ...placed, reply }))];
  });
}

type Parts = {
  readonly names: Names;
  readonly aliases: Aliases;
  readonly text: string;
  /** The origin under which people reach the server. */
  readonly url: string;
  readonly article: string;
};

export class Container {
  readonly contained: readonly Contained[];
  /** Where it is. */
  readonly address: string;
  /** By which texts name people. */
  readonly aliases: Aliases;
  readonly #names: Names;
  readonly #setting: Setting;

  constructor(contained: readonly Contained[], { names, aliases, text, url, article }: Parts) {
    this.contained = contained;
    this.address = containerAddress(url, article);
    this.aliases = aliases;
    this.#names = names;
    this.#setting = {
      ...{ text, points: new CodePoints(text), url: articleAddress(url, article) },
      addressOf: ({ author, id }) => this.address + nameIn(author.id, id),
    };
  }

  /** What an address below the container's names; null for nothing that is seen. */
  find(name: string): Contained | null {
    return this.contained.find((each) => nameOf(each) === name) ?? null;
  }

  addressOf(each: Contained): string {
    return this.address + nameOf(each);
  }

  /** As W3C's model tells it. */
  item({ annotation, range, reply }: Contained): object {
    const made = this.#told(annotation, range);
    if (reply === null) return annotationItem(made, this.#setting);
    const text = this.aliases.say(reply.text);
    return replyItem({ ...this.#madeBy(reply), text }, made, this.#setting);
  }

  /** A digest that is another one as soon as anything here is. */
  async digest(): Promise<string> {
    const hash = createHash("sha256").update(this.#setting.text);
    await inTurns(this.contained, ({ annotation, range, reply }) => {
      const { name } = this.#names((reply ?? annotation).author);
      const content = this.aliases.say(contentOf(reply ?? annotation));
      hash.update(`${content} ${range?.start} ${range?.end} ${name}\n`);
    });
    return hash.digest("base64url");
  }

  #told(annotation: Contained["annotation"], range: Contained["range"]): ToldAnnotation {
    const { kind, label, anchor } = annotation;
    const { aliases } = this;
    return {
      ...this.#madeBy(annotation),
      ...{ kind, label, note: aliases.say(annotation.note), quote: anchor.quote },
      attributes: aliases.sayAll(annotation.attributes),
      ...{ start: range?.start ?? null, end: range?.end ?? null },
    };
  }

  #madeBy({ id, author, createdAt }: Contained["annotation"] | Reply): Made {
    return { id, author: this.#names(author), createdAt: new Date(createdAt).toISOString() };
  }
}

export const containerPath = (articleId: string): string => `/api/articles/${articleId}/w3c/`;

const containerAddress = (url: string, article: string): string => url + containerPath(article);

/** Where people read an article; annotations are about this address. */
export const articleAddress = (url: string, article: string): string =>
  `${url}/articles/${article}`;

const nameIn = (author: string, id: string): string => author + BETWEEN + id;

const nameOf = ({ annotation, reply }: Contained): string => {
  const { author, id } = reply ?? annotation;
  return nameIn(author, id);
};

/** What annotations and replies say, as text; they are other objects once they change. */
const contents = new WeakMap<object, string>();

function contentOf(said: object): string {
  const content = contents.get(said) ?? JSON.stringify(said);
  contents.set(said, content);
  return content;
}
