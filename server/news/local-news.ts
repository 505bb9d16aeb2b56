// News of a process that serves its store alone: it hears itself, and nobody else.

import type { Listeners, NewsCarrier } from "./news.ts";

export class LocalNews implements NewsCarrier {
  readonly #listeners: Listeners = { records: new Set(), access: new Set(), scheme: new Set() };

  tell: NewsCarrier["tell"] = async (topic, news) => {
    const listeners = [...this.#listeners[topic]];
    // one that throws must not keep it from the others
    const heard = await Promise.allSettled(listeners.map(async (listener) => listener(news)));
    for (const each of heard) if (each.status === "rejected") throw each.reason;
  };

  listen: NewsCarrier["listen"] = (topic, listener) => {
    this.#listeners[topic].add(listener);
    return () => this.#listeners[topic].delete(listener);
  };
}
