// What the processes that serve one store tell each other: that something is there, never what. Whoever
// hears it reads the store, so that news which come twice, late or not at all do no harm for long.

export type News = {
  /** Rooms that have new records on disk, by their names in the log. */
  readonly records: ReadonlySet<string>;
  /** A session ended, a role changed or an article went. */
  readonly access: "changed";
  /** The id of a space that has another scheme. */
  readonly scheme: string;
};

type Topic = keyof News;

type Listener<T extends Topic> = (news: News[T]) => void | Promise<void>;

export interface NewsCarrier {
  /**
   * Tells everybody who listens, in this process and in others. Resolves when those of this process
   * are done with it, and rejects with what one of them threw, once all were told.
   */
  tell<T extends Topic>(topic: T, news: News[T]): Promise<void>;
  /** Has `listener` hear what is told from now on. Returns the function that stops it. */
  listen<T extends Topic>(topic: T, listener: Listener<T>): () => void;
}

/** Whoever listens, by what they listen to. */
export type Listeners = { readonly [T in Topic]: Set<Listener<T>> };
