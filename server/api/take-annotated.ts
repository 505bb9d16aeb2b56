// Takes over what another tool has annotated: all of it, or nothing.

import { refTo } from "#domain/annotation/annotation-ref.ts";
import { lettersOf } from "#domain/article/letters.ts";
import { newId } from "#domain/id.ts";
import { kindOf } from "#domain/scheme/scheme.ts";
import { reaches } from "../access/authorize.ts";
import {
  type AnnotatedPassage,
  isOrphan,
  labelKey,
  personKey,
} from "../import/annotated/annotated.ts";
import { locatePassage, wordsOf } from "../import/annotated/locate-passage.ts";
import type { Database } from "../store/database.ts";
import { articleRoom } from "../store/room-name.ts";
import { addStandIns } from "../store/stand-ins.ts";
import { beginTaking, endTaking, type Taking } from "../store/takings.ts";
import { Turns } from "../turns.ts";
import { type Plan, type PlannedArticle, type PlannedPassage, usedNames } from "./plan-taking.ts";
import { Problem } from "./problem.ts";
import { demandMembers, record } from "./record-taking.ts";
import type { Services } from "./services.ts";
import { lockAsTold, untakenOf } from "./take-history.ts";
import { undoTaking } from "./undo-taking.ts";
import { writePassages } from "./write-passages.ts";
import { writeTalk } from "./write-talk.ts";

/** How many words that were not found are told, and how much of each, in UTF-16 code units. */
const EXAMPLES = { count: 10, length: 120 } as const;

/** What becomes of one article. */
type TakenArticle = {
  readonly index: number;
  readonly id: string | null;
  readonly title: string;
  readonly annotations: number;
  readonly unfound: number;
  readonly examples: string[];
  readonly unsaid: number;
};

type Taken = {
  readonly articles: TakenArticle[];
  readonly newLabels: number;
  readonly newAttributes: number;
  readonly standIns: string[];
};

/** With `preview`, only tells what would happen. */
export async function takeAnnotated(
  services: Services,
  plan: Plan,
  { preview }: { readonly preview: boolean },
): Promise<Taken> {
  const articles = preview
    ? await tryAll(services, plan)
    : await services.underWay.run((people) => takeAll(services, plan, people));
  const count = ({ kinds }: Plan["scheme"]): number =>
    kinds.reduce((sum, { labels }) => sum + labels.length, 0);
  const newLabels = count(plan.scheme) - count(plan.before);
  const { length: newAttributes } = newAttributesIn(plan);
  return { articles, newLabels, newAttributes, standIns: [...plan.newNames] };
}

/** Those with more to choose from are other ones, too. */
const newAttributesIn = ({ scheme, before }: Plan) =>
  scheme.kinds.flatMap(({ id, attributes }) => {
    const old = new Set(kindOf(before, id).attributes.map((each) => JSON.stringify(each)));
    return attributes.filter((each) => !old.has(JSON.stringify(each)));
  });

async function tryAll({ rooms }: Services, plan: Plan): Promise<TakenArticle[]> {
  const tried: TakenArticle[] = [];
  for (const article of plan.articles) {
    const { annotated, into } = article;
    const text = annotated.text ?? "";
    const target =
      into === null
        ? { text, letters: lettersOf(text) }
        : await rooms.use(into, (live) => live.text());
    tried.push(told(plan, { article, id: into, unfound: await unfoundIn(article, target) }));
  }
  return tried;
}

async function unfoundIn(
  { annotated, layers }: PlannedArticle,
  target: Parameters<typeof locatePassage>[2],
): Promise<PlannedPassage[]> {
  const unfound: PlannedPassage[] = [];
  const turns = new Turns();
  for (const planned of [...layers.values()].flat()) {
    const { passage } = planned;
    const isFound = isOrphan(passage) || locatePassage(passage, annotated.text, target) !== null;
    if (!isFound) unfound.push(planned);
    if (turns.isOver) await turns.next();
  }
  return unfound;
}

type Outcome = {
  readonly article: PlannedArticle;
  readonly id: string | null;
  readonly unfound: readonly PlannedPassage[];
};

function told(plan: Plan, { article, id, unfound }: Outcome): TakenArticle {
  const { index, title, annotated, layers } = article;
  const all = [...layers.values()].flat();
  const examples = unfound
    .slice(0, EXAMPLES.count)
    .map(({ passage }) => wordsOf(passage, annotated.text)?.exact ?? "")
    .map((words) => words.slice(0, EXAMPLES.length).toWellFormed());
  const lost = new Set(unfound);
  const found = all.filter((each) => !lost.has(each));
  return {
    ...{ index, id, title, annotations: found.length, unfound: unfound.length, examples },
    unsaid: found.reduce(
      (sum, { passage }) => sum + unsaidOf(plan, passage),
      untakenOf(plan, article),
    ),
  };
}

/** How much of what was said and decided about an annotation stays behind. */
function unsaidOf({ member, names, labellings }: Plan, passage: AnnotatedPassage): number {
  const decides = reaches(member, "editor");
  const isHere = ({ by }: { readonly by: AnnotatedPassage["by"] }): boolean =>
    names.has(personKey(by));
  const { replies, votes, proposals, resolved, hidden } = passage;
  const staying = [
    ...replies.filter((reply) => !isHere(reply) || (reply.hidden !== null && !decides)),
    ...votes.filter((vote) => !isHere(vote)),
    ...proposals.filter((each) => !decides || !isHere(each) || !labellings.has(labelKey(each))),
    ...[resolved, hidden].filter((deed) => deed !== null && !decides),
  ];
  return staying.length;
}

/** A take-over that was written down. */
export type Begun = {
  readonly id: string;
  /** The articles that it is about, with their ids. */
  readonly articles: readonly { readonly article: PlannedArticle; readonly id: string }[];
  readonly ownerOf: OwnerOf;
  /** The user who stands for an annotator here; null for one who is left out. */
  readonly userOf: (by: AnnotatedPassage["by"]) => string | null;
};

/** The user whose layer it is, by the name of a stand-in, or null for the caller's own. */
type OwnerOf = (name: string | null) => string;

/** Adds to `people` for whom it writes. */
async function takeAll(
  services: Services,
  plan: Plan,
  people: Set<string>,
): Promise<TakenArticle[]> {
  const begun = await begin(services, plan, people);
  try {
    const taken: Finished[] = [];
    for (const { article, id } of begun.articles) {
      if (article.into === null) await services.rooms.create(id, article.annotated.content ?? []);
      const unfound = await writeLayers(services, { article, id, begun, plan });
      taken.push({ article, id, told: told(plan, { article, id, unfound }) });
    }
    await finish(services, plan, { begun, taken, people });
    return taken.map((each) => each.told);
  } catch (error) {
    await undoTaking(services, begun);
    throw error;
  }
}

/** Makes the stand-ins, and writes down what is to come. */
async function begin({ database, now }: Services, plan: Plan, people: Set<string>): Promise<Begun> {
  const { member, standIns, newNames } = plan;
  const id = newId();
  const articles = plan.articles.map((article) => ({ article, id: article.into ?? newId() }));
  return await database.transaction().execute(async (transaction) => {
    const spaceId = member.space.id;
    const made = await addStandIns(transaction, { spaceId, names: newNames, at: now() });
    const ownerOf: OwnerOf = (name) => {
      const userId = name === null ? member.userId : (standIns.get(name) ?? made.get(name));
      if (userId === undefined) throw new RangeError(`nobody stands in for ${name}`);
      return userId;
    };
    const userOf = (by: AnnotatedPassage["by"]): string | null => {
      const name = plan.names.get(personKey(by));
      return name === undefined ? null : ownerOf(name);
    };
    const begun = { id, articles, ownerOf, userOf };
    const taking = takingOf(begun, plan, [...made.values()]);
    for (const userId of [member.userId, ...taking.owners]) people.add(userId);
    await demandMembers(transaction, spaceId, people);
    await beginTaking(transaction, taking);
    return begun;
  });
}

function takingOf({ id, articles, ownerOf }: Begun, plan: Plan, standIns: string[]): Taking {
  const isThere = ({ article }: Begun["articles"][number]): boolean => article.into !== null;
  const refsIn = ({ layers }: PlannedArticle): string[] =>
    [...layers].flatMap(([name, passages]) =>
      passages.map((passage) => refTo(ownerOf(name), passage.id)),
    );
  return {
    ...{ id, standIns },
    articles: articles.filter((each) => !isThere(each)).map((each) => each.id),
    owners: [...new Set([...usedNames(plan)].map(ownerOf))],
    annotations: Object.fromEntries(
      articles.filter(isThere).map((each) => [each.id, refsIn(each.article)]),
    ),
  };
}

type Layers = {
  readonly article: PlannedArticle;
  readonly id: string;
  readonly begun: Begun;
  readonly plan: Plan;
};

/** Returns what was not found. */
async function writeLayers(
  { rooms, now }: Services,
  { article, id, begun, plan }: Layers,
): Promise<PlannedPassage[]> {
  const { annotated, layers, into } = article;
  const { ownerOf, userOf } = begun;
  const unfound: PlannedPassage[] = [];
  const refs = new Map<AnnotatedPassage, string>();
  const { scheme, attributes } = plan;
  const shared = { source: annotated.text, scheme, attributes, now: now() };
  await rooms.use(id, async (live) => {
    for (const [name, passages] of layers) {
      const wrote = await writePassages(live, { ...shared, owner: ownerOf(name), passages });
      unfound.push(...wrote.unfound);
      for (const [passage, ref] of wrote.refs) refs.set(passage, ref);
    }
    const editor = reaches(plan.member, "editor") ? plan.member.userId : null;
    const { labellings } = plan;
    await writeTalk(live, { refs, userOf, labellings, editor, now: now() });
    if (into !== null || editor === null) return;
    await lockAsTold(live, annotated, { userOf, editor, now: now() });
  });
  return unfound;
}

export type Finished = {
  readonly article: PlannedArticle;
  readonly id: string;
  readonly told: TakenArticle;
};

type Ending = {
  readonly begun: Begun;
  readonly taken: readonly Finished[];
  /** For whom was written. */
  readonly people: ReadonlySet<string>;
};

/** One commit: new articles and labels are there for others from here on, and nothing is undone any more. */
async function finish(services: Services, plan: Plan, ending: Ending): Promise<void> {
  const { database, schemes, search, now } = services;
  const { begun, taken, people } = ending;
  const { member, scheme, before } = plan;
  const besides = async (transaction: Database): Promise<void> => {
    await demandMembers(transaction, member.space.id, people);
    await record(transaction, plan, { begun, taken, at: now() });
    await endTaking(transaction, begun.id);
  };
  if (scheme === before) await database.transaction().execute(besides);
  else {
    const wanted = { scheme, basedOn: before.version, by: member.userId, at: now(), besides };
    const changed = await schemes.change(member.space.id, wanted);
    if (typeof changed === "string") throw outdated();
  }
  // what has no row yet is not looked at
  search.changed(new Set(taken.map(({ id }) => articleRoom(id))));
}

const outdated = (): Problem =>
  new Problem(409, "Somebody else has changed the codebook meanwhile. Try again.", {
    code: "scheme-outdated",
  });
