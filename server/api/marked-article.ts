// An article with what was written on it, as far as somebody sees it, for files that they take along.

import { z } from "@hono/zod-openapi";
import type { ArticleNode } from "#domain/article/article.ts";
import type { ArticleText } from "#domain/article/article-text.ts";
import { WRITTEN_FORMATS, type WrittenFormat } from "#domain/format-ids.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { STATES } from "#domain/talk/status.ts";
import { asPeer } from "../access/peer-alias.ts";
import type { Sight } from "../access/sight.ts";
import { FILE_LANGUAGES } from "../formats/file-words.ts";
import type { MarkedAnnotation, MarkedArticle } from "../formats/marked-article.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import type { ArticleRow } from "../store/articles.ts";
import { withAliasedMentions } from "./alias-mentions.ts";
import { type Asker, answerAll } from "./annotation-answer.ts";
import { bareHistory, mentionedIn, wholeHistory } from "./article-history.ts";
import { hashOf } from "./hash-of.ts";
import { placedFor } from "./placed.ts";
import type { Services } from "./services.ts";

/** A list in the address of a page: its parts are divided by commas. */
const list = <Part extends string>(part: z.ZodType<Part, string>) =>
  z
    .string()
    .max(20_000)
    .transform((text) => text.split(","))
    .pipe(z.array(part));

/** Of all that somebody sees, what goes into a file. */
export const choiceShape = z.strictObject({
  people: list(z.string()).optional().openapi({
    type: "string",
    description: "User ids with commas between them; absent: everyone.",
  }),
  kinds: list(z.enum(KINDS)).optional().openapi({
    type: "string",
    description: "Kinds with commas between them; absent: all.",
  }),
  states: list(z.enum(STATES)).default(["open", "resolved"]).openapi({
    type: "string",
    description: "Some of open, resolved, hidden (replies, too); absent: not hidden.",
  }),
  language: z.enum(FILE_LANGUAGES).default("en").openapi({
    description: "In which files for people say what nobody of these people said.",
  }),
  names: z.enum(["aliases", "shown"]).default("aliases").openapi({
    description: "aliases: everyone gets another name, the same in all files of the space.",
  }),
});

export const formatShape = z
  .enum(WRITTEN_FORMATS)
  .openapi({ description: "What the file is to be." });

export type Choice = z.infer<typeof choiceShape>;

type Seen = { readonly article: ArticleRow; readonly sight: Sight };

/** The article with those annotations that were chosen, as this format wants it. Throws what reading an article throws. */
export function markedArticle(
  services: Services,
  { article, sight }: Seen,
  { format, choice }: { readonly format: WrittenFormat; readonly choice: Choice },
): Promise<MarkedArticle> {
  return services.rooms.use(article.id, async (live) => {
    const seenAs = choice.names === "shown" ? sight : underAliases(sight);
    const asker = { sight: seenAs, visitors: services.visitors };
    const bare = await bareArticle(services, article, live);
    const annotations = await chosenFrom(services, live, { sight, asker, choice });
    const marked = { ...bare, language: choice.language, annotations };
    if (format !== "postil") return marked;
    const history = await wholeHistory(services.database, { article, live, asker });
    return { ...marked, ...history, mentioned: await mentionedIn(annotations, asker) };
  });
}

/** The article without annotations. Throws what reading an article throws. */
export function unmarkedArticle(services: Services, article: ArticleRow): Promise<MarkedArticle> {
  return services.rooms.use(article.id, (live) => bareArticle(services, article, live));
}

async function bareArticle(
  { database, schemes, url }: Services,
  article: ArticleRow,
  live: LiveArticle,
): Promise<MarkedArticle> {
  const [{ scheme }, history] = await Promise.all([
    schemes.of(article.space.id),
    bareHistory(database, article.id),
  ]);
  return {
    article: textOf(article, live.text(), [...live.nodes()]),
    ...history,
    url: `${url}/articles/${article.id}`,
    ...{ scheme, language: "en", mentioned: [], annotations: [] },
  };
}

const isoOf = (time: number): string => new Date(time).toISOString();

type Choosing = {
  readonly sight: Sight;
  /** With the names that go into the file. */
  readonly asker: Asker;
  readonly choice: Choice;
};

async function chosenFrom(
  services: Services,
  live: LiveArticle,
  { sight, asker, choice }: Choosing,
): Promise<MarkedAnnotation[]> {
  const annotations = await answerAll(live, await placedFor(live, sight), asker);
  const chosen = annotations.filter(isChosenBy(choice)).map(withRepliesOf(choice));
  if (choice.names === "shown") return chosen;
  return await withAliasedMentions(chosen, services, sight);
}

function isChosenBy({ people, kinds, states }: Choice): (annotation: MarkedAnnotation) => boolean {
  return ({ author, kind, resolved, hidden }) =>
    (people?.includes(author.id) ?? true) &&
    (kinds?.includes(kind) ?? true) &&
    states.includes(hidden ? "hidden" : resolved ? "resolved" : "open");
}

/** Replies that an editor hid go along with what is hidden: many formats cannot say that they are. */
const withRepliesOf =
  ({ states }: Choice) =>
  (annotation: MarkedAnnotation): MarkedAnnotation =>
    states.includes("hidden")
      ? annotation
      : { ...annotation, replies: annotation.replies.filter(({ hidden }) => hidden === null) };

/** Everybody under the name that a space which hides names would give them. */
export const underAliases = (sight: Sight): Sight => ({
  ...sight,
  knownAs: (person) => sight.knownAs(person) && asPeer(sight.sharing.space, person),
});

function textOf(article: ArticleRow, { text, blocks }: ArticleText, content: ArticleNode[]) {
  const { id, title, byline, source, language, tags, archived, visibility, origin } = article;
  return {
    ...{ id, title, byline, source, language, tags: [...tags], text, content },
    ...{ archived, visibility, createdAt: isoOf(article.firstAddedAt) },
    published: origin.published,
    fetchedAt: origin.fetchedAt === null ? null : isoOf(origin.fetchedAt),
    sourceHash: origin.hash,
    hash: hashOf(text),
    blocks: blocks.map(({ name, start, text: { length } }) => ({
      ...{ type: name, start, end: start + length },
    })),
  };
}
