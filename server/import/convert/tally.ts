// Counts what a reader will be told of.

import type { Notice, NoticeCode } from "#domain/article/notices.ts";

export class Tally {
  readonly #counts = new Map<NoticeCode, number>();

  add(code: NoticeCode, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  notices(): Notice[] {
    return [...this.#counts].map(([code, count]) => ({ code, count }));
  }
}
