// What was said and decided about each annotation, gathered from everybody's layers and the state.
// A change costs what it touched, not what there is.

import type { Annotation } from "../annotation/annotation.ts";
import { refTo } from "../annotation/annotation-ref.ts";
import type { Deed, Hiding } from "./article-state.ts";
import type { CastVote, LayerTalk, Proposal, Reply } from "./talk.ts";

type ByAuthor = { readonly author: string };

/** A reply, with why an editor hid it; null while it is shown. */
export type ToldReply = Reply & { readonly hidden: Hiding | null };

/** All that was said and decided about one annotation. */
export type Talk = {
  /** The oldest first. */
  readonly replies: readonly ToldReply[];
  /** One for each person who voted, the oldest first. */
  readonly votes: readonly (CastVote & ByAuthor)[];
  /** One for each person who proposed another label, answered or not, the oldest first. */
  readonly proposals: readonly (Proposal & ByAuthor)[];
  /** By whom and when its thread was settled; null while it is open. */
  readonly resolved: Deed | null;
  /** Null while it is shown. */
  readonly hidden: Hiding | null;
};

/** The replies that everybody can read: what was hidden counts nowhere. */
export const shownReplies = ({ replies }: Talk): readonly ToldReply[] =>
  replies.filter(({ hidden }) => hidden === null);

/** About an annotation of which nobody said anything. */
export const NO_TALK: Talk = {
  replies: [],
  votes: [],
  proposals: [],
  resolved: null,
  hidden: null,
};

/** What became of a proposal: its author may also have chosen the same label without being asked. */
export function standingOf(
  { author, kind, label, at }: Proposal & ByAuthor,
  annotation: Annotation,
): "open" | "accepted" | "declined" {
  const answer = annotation.answered[author];
  if (answer?.at === at) return answer.accepted ? "accepted" : "declined";
  return kind === annotation.kind && label === annotation.label ? "accepted" : "open";
}

/** Annotations are named by their references throughout, replies by `author/id` likewise. */
export class TalkIndex {
  readonly #entries = new Map<string, Entry>();
  /** Reference of a reply → what it answers. */
  readonly #answered = new Map<string, string>();
  /** Reference of a reply → why it is hidden; it may be known sooner than the reply. */
  readonly #hidings = new Map<string, Hiding>();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #watchers = new Set<(refs: ReadonlySet<string>) => void>();
  #touched = new Set<string>();
  #depth = 0;

  /** What was said about an annotation; the same object as long as it is the same. */
  about(ref: string): Talk {
    return this.#entries.get(ref)?.tell() ?? NO_TALK;
  }

  /** Puts in all that one person said. */
  putAll(author: string, { replies, votes, proposals }: LayerTalk): void {
    this.together(() => {
      for (const reply of replies) this.putReply(author, reply.id, reply);
      for (const [ref, vote] of votes) this.putVote(author, ref, vote);
      for (const [ref, proposal] of proposals) this.putProposal(author, ref, proposal);
    });
  }

  /** Puts in a reply, or what it has become; null takes it out. */
  putReply(author: string, id: string, reply: Reply | null): void {
    const key = refTo(author, id);
    const before = this.#answered.get(key);
    if (before !== undefined) this.#change(before, (entry) => entry.replies.delete(key));
    if (reply === null) this.#answered.delete(key);
    else {
      this.#answered.set(key, reply.to);
      this.#change(reply.to, (entry) => entry.replies.set(key, reply));
    }
  }

  putVote(author: string, ref: string, vote: CastVote | null): void {
    this.#change(ref, ({ votes }) => put(votes, author, vote));
  }

  putProposal(author: string, ref: string, proposal: Proposal | null): void {
    this.#change(ref, ({ proposals }) => put(proposals, author, proposal));
  }

  putDecisions(ref: string, decisions: Pick<Talk, "resolved" | "hidden">): void {
    this.#change(ref, (entry) => {
      entry.decisions = decisions;
    });
  }

  /** Hides the reply with this reference, or shows it again with null. */
  putReplyHiding(reply: string, hiding: Hiding | null): void {
    put(this.#hidings, reply, hiding);
    const answered = this.#answered.get(reply);
    if (answered !== undefined) this.#change(answered, () => {});
  }

  /** Calls `work`; whoever listens hears once of what it puts in. */
  together(work: () => void): void {
    this.#depth++;
    try {
      work();
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.#announce();
    }
  }

  /** Calls `listener` whenever something about this annotation changed. Returns the function that stops it. */
  subscribe(ref: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(ref) ?? new Set();
    this.#listeners.set(ref, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(ref);
    };
  }

  /** Calls `listener` after every change with the annotations it is about. Returns the function that stops it. */
  watch(listener: (refs: ReadonlySet<string>) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  #change(ref: string, change: (entry: Entry) => void): void {
    this.together(() => {
      const entry = this.#entries.get(ref) ?? new Entry(this.#hidings);
      this.#entries.set(ref, entry);
      change(entry);
      entry.forget();
      this.#touched.add(ref);
    });
  }

  #announce(): void {
    const touched = this.#touched;
    if (touched.size === 0) return;
    this.#touched = new Set();
    for (const ref of touched) {
      for (const listener of [...(this.#listeners.get(ref) ?? [])]) listener();
    }
    for (const watcher of [...this.#watchers]) watcher(touched);
  }
}

/** What is known about one annotation. */
class Entry {
  readonly replies = new Map<string, Reply>();
  readonly votes = new Map<string, CastVote>();
  readonly proposals = new Map<string, Proposal>();
  decisions: Pick<Talk, "resolved" | "hidden"> = NO_TALK;
  readonly #hidings: ReadonlyMap<string, Hiding>;
  #told: Talk | null = null;

  constructor(hidings: ReadonlyMap<string, Hiding>) {
    this.#hidings = hidings;
  }

  tell(): Talk {
    this.#told ??= {
      replies: [...this.replies]
        .map(([key, reply]) => ({ ...reply, hidden: this.#hidings.get(key) ?? null }))
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
      votes: signed(this.votes),
      proposals: signed(this.proposals),
      resolved: this.decisions.resolved,
      hidden: this.decisions.hidden,
    };
    return this.#told;
  }

  forget(): void {
    this.#told = null;
  }
}

function put<T>(map: Map<string, T>, key: string, value: T | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

const signed = <T extends { readonly at: number }>(map: ReadonlyMap<string, T>): (T & ByAuthor)[] =>
  [...map]
    .map(([author, said]) => ({ ...said, author }))
    .sort((a, b) => a.at - b.at || (a.author < b.author ? -1 : 1));
