// The scheme of every space as it stands: read once, kept in memory, and told of when it changes.

import type { Scheme } from "#domain/scheme/scheme.ts";
import { mayFollow } from "#domain/scheme/scheme-succession.ts";
import type { NewsCarrier } from "../news/news.ts";
import type { Database } from "../store/database.ts";
import {
  type Besides,
  type KeptScheme,
  keepSpaceScheme,
  readSpaceScheme,
  spaceOf,
} from "../store/schemes.ts";
import { NoSuchRoom } from "./live-article.ts";

/** What the sockets of an article need to know. */
export interface ArticleSchemes {
  /** The scheme of an article's space. Rejects with NoSuchRoom when there is no such article. */
  ofArticle(articleId: string): Promise<SpaceScheme>;
  /** Has `listener` hear of every change, once it is on disk. Returns the function that stops it. */
  listen(listener: (changed: SpaceScheme) => void): () => void;
}

/** The id of a space with its scheme. */
export type SpaceScheme = { readonly space: string; readonly scheme: Scheme };

/** A change of a scheme, as somebody wants it. */
export type WantedScheme = {
  readonly scheme: Scheme;
  /** The version that it was made from. */
  readonly basedOn: number;
  readonly by: string;
  readonly at: number;
  readonly besides?: Besides;
};

/** What became of it: "outdated" when another change came first, "forgetful" when it lacks a label or revives one. */
export type SchemeChange = KeptScheme | "outdated" | "forgetful";

export class SpaceSchemes implements ArticleSchemes {
  readonly #database: Database;
  readonly #kept = new Map<string, KeptScheme>();
  readonly #listeners = new Set<(changed: SpaceScheme) => void>();
  readonly #news: NewsCarrier;

  constructor(database: Database, news: NewsCarrier) {
    this.#database = database;
    this.#news = news;
    news.listen("scheme", (space) => this.#renew(space));
  }

  async of(spaceId: string): Promise<KeptScheme> {
    const known = this.#kept.get(spaceId) ?? (await readSpaceScheme(this.#database, spaceId));
    // a change may have come while it was read
    const kept = this.#kept.get(spaceId) ?? known;
    this.#kept.set(spaceId, kept);
    return kept;
  }

  async ofArticle(articleId: string): Promise<SpaceScheme> {
    const space = await spaceOf(this.#database, articleId);
    if (space === null) throw new NoSuchRoom();
    return { space, scheme: (await this.of(space)).scheme };
  }

  /** Resolves when it is on disk, or when it may not be. */
  async change(
    spaceId: string,
    { scheme, basedOn, by, at, besides }: WantedScheme,
  ): Promise<SchemeChange> {
    const before = (await this.of(spaceId)).scheme;
    if (before.version !== basedOn) return "outdated";
    if (!mayFollow(before, scheme)) return "forgetful";
    const kept = { scheme: { ...scheme, version: basedOn + 1 }, change: { by, at } };
    const stored = { ...kept.change, besides };
    if (!(await keepSpaceScheme(this.#database, spaceId, kept.scheme, stored))) {
      return "outdated";
    }
    await this.#news.tell("scheme", spaceId);
    return kept;
  }

  listen(listener: (changed: SpaceScheme) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads a scheme that was changed, here or in another process, and tells everyone of it. */
  async #renew(space: string): Promise<void> {
    const kept = await readSpaceScheme(this.#database, space);
    // a later change may have been read meanwhile
    if ((this.#kept.get(space)?.scheme.version ?? 0) >= kept.scheme.version) return;
    this.#kept.set(space, kept);
    for (const listener of this.#listeners) listener({ space, scheme: kept.scheme });
  }
}
