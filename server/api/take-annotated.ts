// Takes over what another tool has annotated: all of it, or nothing.

import { setImmediate as nextTurn } from "node:timers/promises";
import { lettersOf } from "#domain/article/letters.ts";
import { newId } from "#domain/id.ts";
import { reaches } from "../access/authorize.ts";
import { type AnnotatedPassage, labelKey, personKey } from "../import/annotated/annotated.ts";
import { locatePassage, wordsOf } from "../import/annotated/locate-passage.ts";
import { insertArticle } from "../store/articles.ts";
import { recordAct } from "../store/audit.ts";
import { forgetUser } from "../store/erasures.ts";
import { articleRoom } from "../store/room-name.ts";
import { addStandIns } from "../store/stand-ins.ts";
import type { Plan, PlannedArticle, PlannedPassage } from "./plan-taking.ts";
import { Problem } from "./problem.ts";
import type { Services } from "./services.ts";
import { type Undo, writePassages } from "./write-passages.ts";
import { writeTalk } from "./write-talk.ts";

/** How many words that were not found are told, and how much of each, in UTF-16 code units. */
const EXAMPLES = { count: 10, length: 120 } as const;

/** How long looking for passages may keep the event loop before others have a turn, in milliseconds. */
const TURN = 10;

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
  readonly standIns: string[];
};

/** With `preview`, only tells what would happen. */
export async function takeAnnotated(
  services: Services,
  plan: Plan,
  { preview }: { readonly preview: boolean },
): Promise<Taken> {
  const articles = preview ? await tryAll(services, plan) : await takeAll(services, plan);
  const count = ({ kinds }: Plan["scheme"]): number =>
    kinds.reduce((sum, { labels }) => sum + labels.length, 0);
  const newLabels = count(plan.scheme) - count(plan.before);
  return { articles, newLabels, standIns: [...plan.newNames] };
}

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
  let turn = performance.now();
  for (const planned of [...layers.values()].flat()) {
    if (locatePassage(planned.passage, annotated.text, target) === null) unfound.push(planned);
    if (performance.now() - turn < TURN) continue;
    await nextTurn();
    turn = performance.now();
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
    unsaid: found.reduce((sum, { passage }) => sum + unsaidOf(plan, passage), 0),
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

/** What is done so far, undone from the last to the first when something after it fails. */
class Undoing {
  readonly #steps: (() => Promise<unknown>)[] = [];

  add(step: () => Promise<unknown>): void {
    this.#steps.unshift(step);
  }

  /** Never rejects. */
  async all({ report }: Services): Promise<void> {
    for (const step of this.#steps) {
      await step().catch((error: unknown) =>
        report.error({ err: error }, "what was taken over half-way could not be undone"),
      );
    }
  }
}

async function takeAll(services: Services, plan: Plan): Promise<TakenArticle[]> {
  const undoing = new Undoing();
  try {
    const ownerOf = await ownersOf(services, plan, undoing);
    const taken: { article: PlannedArticle; id: string; told: TakenArticle }[] = [];
    for (const article of plan.articles) {
      const id = article.into ?? (await createText(services, article, undoing));
      const unfound = await writeLayers(services, { article, id, ownerOf, plan }, undoing);
      taken.push({ article, id, told: told(plan, { article, id, unfound }) });
    }
    await changeScheme(services, plan);
    await record(services, plan, taken);
    return taken.map((each) => each.told);
  } catch (error) {
    await undoing.all(services);
    throw error;
  }
}

/** The user whose layer it is, by the name of a stand-in, or null for the caller's own. */
type OwnerOf = (name: string | null) => string;

async function ownersOf(
  { database, now }: Services,
  { member, standIns, newNames }: Plan,
  undoing: Undoing,
): Promise<OwnerOf> {
  const spaceId = member.space.id;
  const made = await addStandIns(database, { spaceId, names: newNames, at: now() });
  for (const userId of made.values()) undoing.add(() => forgetUser(database, userId));
  return (name) => {
    const userId = name === null ? member.userId : (standIns.get(name) ?? made.get(name));
    if (userId === undefined) throw new RangeError(`nobody stands in for ${name}`);
    return userId;
  };
}

async function createText(
  { rooms }: Services,
  { annotated: { content } }: PlannedArticle,
  undoing: Undoing,
): Promise<string> {
  const id = newId();
  undoing.add(() => rooms.remove(id));
  await rooms.create(id, content ?? []);
  return id;
}

type Layers = {
  readonly article: PlannedArticle;
  readonly id: string;
  readonly ownerOf: OwnerOf;
  readonly plan: Plan;
};

/** Returns what was not found. */
async function writeLayers(
  { rooms, now }: Services,
  { article, id, ownerOf, plan }: Layers,
  undoing: Undoing,
): Promise<PlannedPassage[]> {
  const { annotated, layers, into } = article;
  const unfound: PlannedPassage[] = [];
  const refs = new Map<AnnotatedPassage, string>();
  const onWritten = (undo: Undo): void => {
    // a new article goes as a whole
    if (into !== null) undoing.add(() => rooms.use(id, undo));
  };
  const shared = { source: annotated.text, scheme: plan.scheme, now: now() };
  await rooms.use(id, async (live) => {
    for (const [name, passages] of layers) {
      const writing = { ...shared, owner: ownerOf(name), passages };
      const wrote = await writePassages(live, writing, onWritten);
      unfound.push(...wrote.unfound);
      for (const [passage, ref] of wrote.refs) refs.set(passage, ref);
    }
    const userOf = (by: AnnotatedPassage["by"]): string | null => {
      const name = plan.names.get(personKey(by));
      return name === undefined ? null : ownerOf(name);
    };
    const editor = reaches(plan.member, "editor") ? plan.member.userId : null;
    const { labellings } = plan;
    await writeTalk(live, { refs, userOf, labellings, editor, now: now() }, onWritten);
  });
  return unfound;
}

async function changeScheme(
  { schemes, now }: Services,
  { member, scheme, before }: Plan,
): Promise<void> {
  if (scheme === before) return;
  const wanted = { scheme, basedOn: before.version, by: member.userId, at: now() };
  const changed = await schemes.change(member.space.id, wanted);
  if (typeof changed !== "string") return;
  throw new Problem(409, "Somebody else has changed the codebook meanwhile. Try again.", {
    code: "scheme-outdated",
  });
}

/** New articles are there for others from here on. */
async function record(
  { database, search, now }: Services,
  { member, kept }: Plan,
  taken: readonly { article: PlannedArticle; id: string; told: TakenArticle }[],
): Promise<void> {
  const [spaceId, at] = [member.space.id, now()];
  await database.transaction().execute(async (transaction) => {
    for (const { article, id, told: what } of taken) {
      const { byline, source, language, published } = article.annotated;
      if (article.into === null) {
        await insertArticle(transaction, {
          ...{ id, spaceId, title: article.title, byline, language },
          source: source ?? (kept.annotated.source || null),
          origin: { published, fetchedAt: kept.fetchedAt, hash: kept.hash, taken: null },
          ...{ createdBy: member.userId, createdAt: at },
        });
      }
      await recordAct(transaction, {
        ...{ spaceId, at, actorId: member.userId, verb: "annotations-imported", subjectId: id },
        details: { annotations: what.annotations, layers: article.layers.size },
      });
    }
  });
  // what has no row yet is not looked at
  search.changed(new Set(taken.map(({ id }) => articleRoom(id))));
}
