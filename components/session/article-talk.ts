// The talk about an article's annotations: what the screen reads of it, and what a hand can say.

import type * as Y from "yjs";
import type { Labelling } from "#domain/annotation/annotation.ts";
import { readRef } from "#domain/annotation/annotation-ref.ts";
import { acceptProposal, declineProposal } from "#domain/annotation/layer.ts";
import { newId } from "#domain/id.ts";
import { followLayer, followState } from "#domain/talk/follow-talk.ts";
import { type Status, statusOf } from "#domain/talk/status.ts";
import {
  addReply,
  castVote,
  editReply,
  type Proposal,
  propose,
  removeReply,
  type Saying,
  type Vote,
} from "#domain/talk/talk.ts";
import { type Talk, TalkIndex } from "#domain/talk/talk-index.ts";
import { type Readable, Store } from "./store.ts";

/** Annotations go by their references. For somebody who may only read, saying something does nothing. */
export interface ArticleTalk {
  /** What was said and decided about one annotation; cheap to listen to, however many there are. */
  about(ref: string): Readable<Talk>;
  /** Calls `listener` after every change with the annotations it is about. Returns the function that stops it. */
  watch(listener: (refs: ReadonlySet<string>) => void): () => void;
  /** The annotations that are hidden from readers. */
  readonly hidden: Readable<ReadonlySet<string>>;
  /** The annotations whose thread is settled. */
  readonly settled: Readable<ReadonlySet<string>>;
  /** Of every annotation that is contested or resolved; all others are open. */
  readonly statuses: Readable<ReadonlyMap<string, Status>>;

  reply(to: string, saying: Saying): void;
  /** Changes a reply of mine. */
  editReply(id: string, saying: Saying): void;
  removeReply(id: string): void;
  /** Null takes my vote back. */
  vote(to: string, vote: Vote | null): void;
  /** Proposes another label for somebody's annotation; null takes my proposal back. */
  propose(to: string, labelling: Labelling | null): void;
  /** Gives an annotation of mine the label that somebody proposes for it. */
  acceptProposal(ref: string, proposer: string): void;
  declineProposal(ref: string, proposer: string): void;
}

/** Where what I say is written. */
type Voice = {
  readonly layer: Y.Doc;
  readonly me: string;
  readonly maySpeak: boolean;
  /** What is said next is a step of undo for itself. */
  readonly beginStep: () => void;
};

export class SessionTalk implements ArticleTalk {
  readonly hidden = new Store<ReadonlySet<string>>(new Set());
  readonly settled = new Store<ReadonlySet<string>>(new Set());
  readonly statuses = new Store<ReadonlyMap<string, Status>>(new Map());
  readonly #index = new TalkIndex();
  readonly #voice: Voice;

  constructor(voice: Voice) {
    this.#voice = voice;
    this.#index.watch((refs) => {
      note(this.hidden, refs, (ref) => this.#index.about(ref).hidden !== null);
      note(this.settled, refs, (ref) => this.#index.about(ref).resolved !== null);
      this.#noteStatuses(refs);
    });
  }

  /** As `followLayer` of the index, `followState` likewise. */
  followLayer(owner: string, layer: Y.Doc): () => void {
    return followLayer(this.#index, owner, layer);
  }

  followState(state: Y.Doc): () => void {
    return followState(this.#index, state);
  }

  about(ref: string): Readable<Talk> {
    return {
      get: () => this.#index.about(ref),
      subscribe: (listener) => this.#index.subscribe(ref, listener),
    };
  }

  watch(listener: (refs: ReadonlySet<string>) => void): () => void {
    return this.#index.watch(listener);
  }

  reply(to: string, saying: Saying): void {
    const reply = { id: newId(), to, createdAt: Date.now(), ...saying };
    this.#say((layer) => addReply(layer, reply));
  }

  editReply(id: string, saying: Saying): void {
    this.#say((layer) => editReply(layer, id, saying, Date.now()));
  }

  removeReply(id: string): void {
    this.#say((layer) => removeReply(layer, id));
  }

  vote(to: string, vote: Vote | null): void {
    this.#say((layer) => castVote(layer, to, vote, Date.now()));
  }

  propose(to: string, labelling: Labelling | null): void {
    this.#say((layer) => propose(layer, to, labelling, Date.now()));
  }

  acceptProposal(ref: string, proposer: string): void {
    this.#answer(ref, proposer, (layer, id, proposal) =>
      acceptProposal(layer, id, proposer, proposal),
    );
  }

  declineProposal(ref: string, proposer: string): void {
    this.#answer(ref, proposer, (layer, id, { at }) => declineProposal(layer, id, proposer, at));
  }

  #say(words: (layer: Y.Doc) => void): void {
    const { layer, maySpeak, beginStep } = this.#voice;
    if (!maySpeak) return;
    beginStep();
    words(layer);
  }

  /** Answers a proposal for an annotation of mine; does nothing when there is none. */
  #answer(
    ref: string,
    proposer: string,
    answer: (layer: Y.Doc, id: string, proposal: Proposal) => void,
  ): void {
    const own = readRef(ref);
    const { proposals } = this.#index.about(ref);
    const proposal = proposals.find(({ author }) => author === proposer);
    if (proposal && own?.owner === this.#voice.me) {
      this.#say((layer) => answer(layer, own.id, proposal));
    }
  }

  #noteStatuses(refs: ReadonlySet<string>): void {
    const before = this.statuses.get();
    const statuses = [...refs].map((ref) => [ref, statusOf(this.#index.about(ref))] as const);
    const changed = statuses.filter(([ref, status]) => status !== (before.get(ref) ?? "open"));
    if (changed.length === 0) return;
    const after = new Map([...before, ...changed]);
    for (const [ref, status] of changed) if (status === "open") after.delete(ref);
    this.statuses.set(after);
  }
}

/** Keeps a set of references in step with what of them `belongs` to it. */
function note(
  set: Store<ReadonlySet<string>>,
  refs: ReadonlySet<string>,
  belongs: (ref: string) => boolean,
): void {
  const before = set.get();
  const changed = [...refs].filter((ref) => belongs(ref) !== before.has(ref));
  if (changed.length === 0) return;
  const others = [...before].filter((ref) => !changed.includes(ref));
  set.set(new Set([...others, ...changed.filter(belongs)]));
}
