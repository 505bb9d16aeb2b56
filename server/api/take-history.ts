// What a file tells of an article as a whole, taken over for a new one: where it comes from, its versions, its lock,
// and what was set for it.

import type { Visibility } from "#domain/space.ts";
import { writeLock } from "#domain/talk/article-state.ts";
import { authorize, reaches, type Verb } from "../access/authorize.ts";
import type { AnnotatedPassage } from "../import/annotated/annotated.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import type { KeptAnnotated } from "../store/annotated-imports.ts";
import type { Origin } from "../store/articles.ts";
import type { NewVersion } from "../store/versions.ts";
import { hashOf } from "./hash-of.ts";
import type { Plan, PlannedArticle } from "./plan-taking.ts";
import { timeOf } from "./write-passages.ts";

type By = AnnotatedPassage["by"];

type Taker = {
  /** The user who stands for somebody of the file here; null for one who is left out. */
  readonly userOf: (by: By) => string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
};

const SHA_256 = /^[0-9a-f]{64}$/;

/** Where an article comes from: by our own files what these tell, else the file. */
export function originOf(
  { published, source, fetched }: PlannedArticle["annotated"],
  { annotated: file, fetchedAt, hash }: KeptAnnotated,
  now: number,
): { readonly source: string | null; readonly origin: Origin } {
  if (file.format !== "postil") {
    const origin = { published, fetchedAt, hash, taken: null };
    return { source: source ?? (file.source || null), origin };
  }
  const isTold = fetched !== null && SHA_256.test(fetched.hash);
  const told = isTold
    ? { fetchedAt: timeOf(fetched.at, now), hash: fetched.hash }
    : { fetchedAt: null, hash: null };
  return { source, origin: { published, ...told, taken: null } };
}

/** How much of it stays behind: it is for editors, and an article that is there has its own. */
export function untakenOf({ member }: Plan, article: PlannedArticle): number {
  const { annotated, into } = article;
  const set = settingsFor(member, article);
  const unset = [set.archived !== annotated.archived, set.visibility !== annotated.visibility];
  const isKept = into === null && reaches(member, "editor");
  const past = isKept ? 0 : annotated.versions.length + Number(annotated.locked !== null);
  return past + unset.filter(Boolean).length;
}

type Settings = { readonly archived: boolean; readonly visibility: Visibility | null };

/** What was set for it, as far as who takes it over may set that. */
export function settingsFor(
  member: Plan["member"],
  { annotated, into }: Pick<PlannedArticle, "annotated" | "into">,
): Settings {
  const may = (verb: Verb): boolean => into === null && authorize(member, verb, { type: "space" });
  return {
    archived: annotated.archived && may("article.arrange"),
    visibility: may("article.share") ? annotated.visibility : null,
  };
}

/** Locks the text as the file tells; only for editors. */
export async function lockAsTold(
  live: LiveArticle,
  { locked }: PlannedArticle["annotated"],
  { userOf, editor, now }: Taker & { readonly editor: string },
): Promise<void> {
  if (locked === null) return;
  const lock = { by: userOf(locked.by) ?? editor, at: timeOf(locked.at, now) };
  await live.changeState((state) => writeLock(state, { ...lock, hash: hashOf(live.text().text) }));
}

/** The versions that the article comes with, the oldest first; the text that is locked is one. */
export function versionsOfFile(
  { versions, locked, text }: PlannedArticle["annotated"],
  article_id: string,
  { userOf, now }: Taker,
): NewVersion[] {
  const isKept = locked === null || versions.at(-1)?.text === text;
  const all = isKept ? versions : [...versions, { ...locked, text: text ?? "" }];
  return all.map(({ by, at, text: words }) => ({
    ...{ article_id, hash: hashOf(words), text: words },
    created_by: by && userOf(by),
    created_at: timeOf(at, now),
  }));
}
