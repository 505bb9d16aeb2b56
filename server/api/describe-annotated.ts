// What is told of a file that other tools have annotated, before anything of it is taken over.

import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import {
  type AnnotatedArticle,
  type AnnotatedPassage,
  keepersOf,
  labelKey,
  labelsOf,
  labelsOfFile,
  personKey,
  talkersOf,
} from "../import/annotated/annotated.ts";
import { attributesOfFile, filledAttributes } from "../import/annotated/file-attributes.ts";
import type { LiveArticle, Rooms } from "../rooms/live-article.ts";
import type { KeptAnnotated } from "../store/annotated-imports.ts";
import { articlesIn } from "../store/articles.ts";
import { beginningWith } from "../store/find-passages.ts";
import type { Services } from "./services.ts";

/** How much of a text is shown, in UTF-16 code units. */
const BEGINNING = 200;

type There = { readonly id: string; readonly title: string };

/** `there`: the article of the space that has the same text, if there is one. */
export function describeAnnotated(
  { id, annotated, hash, fetchedAt }: KeptAnnotated,
  there: readonly (There | null)[],
) {
  const { articles, source, format } = annotated;
  const passages = articles.flatMap(({ annotations }) => annotations);
  return {
    ...{ id, source, format, hash, fetchedAt: new Date(fetchedAt).toISOString() },
    articles: articles.map(({ title, text, annotations, archived, visibility }, index) => ({
      ...{ index, title, length: text?.length ?? null, annotations: annotations.length },
      ...{ archived, visibility },
      beginning: (text ?? "").trimStart().slice(0, BEGINNING).toWellFormed(),
      there: there[index] ?? null,
    })),
    people: peopleIn(articles),
    labels: labelsIn(articles),
    attributes: attributesIn(articles),
    details: [...new Set(passages.flatMap(({ attributes }) => Object.keys(attributes)))],
    leftOut: leftOutOf(articles, annotated),
  };
}

/** Such as the file's own codebook asks for, as far as its kinds are ours. */
function attributesIn(articles: readonly AnnotatedArticle[]) {
  const passages = articles.flatMap(({ annotations }) => annotations);
  const ofKind = passages.flatMap((passage) => {
    const kind = KINDS.find((each) => each === passage.kind);
    return kind ? [{ passage, kind }] : [];
  });
  return filledAttributes(attributesOfFile(articles), ofKind);
}

type FoundLabel = {
  readonly kind: string;
  readonly label: string | null;
  readonly name: string | null;
  annotations: number;
};

/** The most frequent first; those that were only proposed are those of no annotation. */
function labelsIn(articles: readonly AnnotatedArticle[]) {
  const passages = articles.flatMap(({ annotations }) => annotations);
  const known = labelsOfFile(articles);
  const labels = new Map<string, FoundLabel>();
  for (const each of passages.flatMap(labelsOf)) {
    const { kind, label } = each;
    const name = known.get(labelKey(each))?.name ?? null;
    labels.set(labelKey(each), { kind, label, name, annotations: 0 });
  }
  for (const passage of passages) {
    const known = labels.get(labelKey(passage));
    if (known) known.annotations++;
  }
  return [...labels.values()].toSorted((a, b) => b.annotations - a.annotations);
}

/** Who annotated, in the order in which they appear; after them who only said something, then who is only mentioned. */
function peopleIn(articles: readonly AnnotatedArticle[]) {
  const passages = articles.flatMap(({ annotations }) => annotations);
  const people = new Map<string, { name: string; annotations: number; said: number }>();
  const of = (by: AnnotatedPassage["by"]) => {
    const known = people.get(personKey(by)) ?? { name: by.name, annotations: 0, said: 0 };
    people.set(personKey(by), known);
    return known;
  };
  for (const { by } of passages) of(by).annotations++;
  for (const by of [...passages.flatMap(talkersOf), ...articles.flatMap(keepersOf)]) of(by).said++;
  for (const by of articles.flatMap(({ mentioned }) => mentioned)) of(by);
  return [...people].map(([id, person]) => ({ id, ...person }));
}

function leftOutOf(
  articles: readonly AnnotatedArticle[],
  { talk, unread }: KeptAnnotated["annotated"],
) {
  const sum: Record<string, number> = { talk, file: unread };
  for (const [what, count] of articles.flatMap(({ leftOut }) => Object.entries(leftOut))) {
    sum[what] = (sum[what] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(sum).filter(([, count]) => count > 0));
}

type Live = Pick<Services, "database" | "rooms" | "search">;

/** The articles of a space that have the texts of these, in their order. */
export async function sameTextsIn(
  { database, rooms, search }: Live,
  spaceId: string,
  articles: readonly AnnotatedArticle[],
): Promise<readonly (There | null)[]> {
  // they are sought by their first paragraphs
  await search.settle(await articlesIn(database, spaceId));
  const found: (There | null)[] = [];
  for (const { text, content } of articles) {
    const [first] = blocksOfNodes(content ?? []);
    const candidates = first ? await beginningWith(database, spaceId, first.text) : [];
    found.push(await withText(rooms, candidates, text));
  }
  return found;
}

/** The first of these articles whose text this is. */
async function withText(
  rooms: Rooms,
  candidates: readonly There[],
  text: string | null,
): Promise<There | null> {
  for (const candidate of candidates) {
    const isSame = (live: LiveArticle): boolean => live.text().text === text;
    // one that cannot be opened is none to be annotated either
    if (await rooms.use(candidate.id, isSame).catch(() => false)) return candidate;
  }
  return null;
}
