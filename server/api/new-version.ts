// Puts a new text in the place of a locked one, from wherever it comes, and tells what becomes of the
// annotations.

import { type ArticleNode, articleFragment } from "#domain/article/article.ts";
import { readText } from "#domain/article/article-text.ts";
import { writeLock } from "#domain/talk/article-state.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { keepVersion } from "../store/versions.ts";
import { type Carried, carriedOver, readPlaces } from "../versions/carry-over.ts";
import { type Change, reviseArticle } from "../versions/revise.ts";
import type { Visit } from "./guard.ts";
import { hashOf } from "./hash-of.ts";
import { Problem } from "./problem.ts";
import type { Services } from "./services.ts";

type NewText = {
  readonly nodes: readonly ArticleNode[];
  /** Whether to leave everything as it is. */
  readonly preview: boolean;
};

/** What a new version does, or would do. */
export type Revised = {
  /** SHA-256 of the new text. */
  readonly hash: string;
  readonly report: ReturnType<typeof reportOf>;
  /** The paragraphs that are not as they were. */
  readonly changes: readonly Change[];
};

/** Brings in a new text, or tells what that would do. Ends the request with 409 where the text is not locked. */
export function newVersion(services: Services, at: Visit, text: NewText): Promise<Revised> {
  return services.rooms.use(at.article.id, (live) => bringIn(services, { at, live, ...text }));
}

type BringingIn = NewText & { readonly at: Visit; readonly live: LiveArticle };

async function bringIn(
  { database, now }: Services,
  { at, live, nodes, preview }: BringingIn,
): Promise<Revised> {
  if (live.lock() === null) {
    throw new Problem(409, "Lock the text first: a version is what was locked.");
  }
  const annotations = live.annotations(at.sight.sees);
  const before = readPlaces(live.text(), annotations);
  const draft = live.draft();
  const changes = reviseArticle(draft, nodes);
  const after = readPlaces(readText(articleFragment(draft)), annotations);
  const hash = hashOf(after.text.text);
  if (!preview) {
    const lock = { hash, by: at.person.id, at: now() };
    await live.publish(draft, (state) => writeLock(state, lock));
    await keepVersion(database, {
      article_id: at.article.id,
      ...{ hash, text: after.text.text, created_by: lock.by, created_at: lock.at },
    });
  }
  return { hash, report: reportOf(carriedOver(before, after)), changes };
}

/** The paragraphs that changed, and which of all `nodes` that were brought in each is in. */
export function paragraphsOf(changes: readonly Change[], nodes: readonly ArticleNode[]) {
  const numbers = new Map(nodes.map((node, index) => [node, index]));
  return changes.map(({ before, after, node }) => ({
    ...{ before, after },
    block: node && (numbers.get(node) ?? null),
  }));
}

/** Counts of all, and each one that somebody should look at. */
function reportOf(carried: readonly Carried[]) {
  const count = (wanted: Carried["outcome"]): number =>
    carried.filter(({ outcome }) => outcome === wanted).length;
  return {
    kept: count("kept"),
    moved: count("moved"),
    lost: count("lost"),
    changes: carried.flatMap(({ annotation, outcome, before, after }) =>
      outcome === "kept"
        ? []
        : [{ id: annotation.id, author: annotation.author, outcome, before, after }],
    ),
  };
}
