// Writes what was said elsewhere about annotations that were taken over: replies, votes and proposals into
// the layers of those who said it, answers into those of the annotations, decisions into the state.

import type * as Y from "yjs";
import type { Labelling } from "#domain/annotation/annotation.ts";
import { readRef, refTo } from "#domain/annotation/annotation-ref.ts";
import { answerProposal } from "#domain/annotation/layer.ts";
import { newId } from "#domain/id.ts";
import {
  type Deed,
  type Hiding,
  REASON_LENGTH,
  writeHidden,
  writeReplyHidden,
  writeResolved,
} from "#domain/talk/article-state.ts";
import { addReply, castVote, editReply, propose } from "#domain/talk/talk.ts";
import { type AnnotatedPassage, labelKey } from "../import/annotated/annotated.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { inPieces, timeOf } from "./write-passages.ts";

type By = AnnotatedPassage["by"];
type FileReply = AnnotatedPassage["replies"][number];
type FileProposal = AnnotatedPassage["proposals"][number];

type Writing = {
  /** What was taken over, with the references that it has here. */
  readonly refs: ReadonlyMap<AnnotatedPassage, string>;
  /** The user who stands for an annotator here; null for one who is left out. */
  readonly userOf: (by: By) => string | null;
  /** What every label of the file is called here; those left out are absent. */
  readonly labellings: ReadonlyMap<string, Labelling>;
  /** Whose decisions those are that somebody made who is left out; null where nobody may decide. */
  readonly editor: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** Resolves when it is on disk. Rejects as `LiveArticle.changeLayer`. */
export async function writeTalk(live: LiveArticle, writing: Writing): Promise<void> {
  const talk = new TalkToWrite(writing);
  // so that nobody sees for a moment what is hidden
  for (const piece of inPieces(talk.decisions)) {
    await live.changeState((state) => {
      for (const { write } of piece) write(state);
    });
  }
  for (const [owner, sayings] of talk.sayings) {
    for (const piece of inPieces(sayings)) {
      await live.changeLayer(owner, (layer) => {
        for (const { write } of piece) write(layer);
      });
    }
  }
}

/** Something that somebody said, for their layer, or that was decided, for the state. */
type Saying = {
  /** At least as many as it takes, encoded. */
  readonly bytes: number;
  readonly write: (doc: Y.Doc) => void;
};

/** The most that a decision takes, with its reason. */
const DECISION_BYTES = 400 + 3 * REASON_LENGTH;

/** What there is to write: what each said, by user id, and what was decided. */
class TalkToWrite {
  readonly sayings = new Map<string, Saying[]>();
  readonly decisions: Saying[] = [];
  readonly #writing: Writing;

  constructor(writing: Writing) {
    this.#writing = writing;
    for (const [passage, to] of writing.refs) {
      for (const reply of passage.replies) this.#reply(to, reply);
      for (const vote of passage.votes) this.#vote(to, vote);
      for (const proposal of passage.proposals) this.#proposal(to, proposal);
      this.#decisions(to, passage);
    }
  }

  #reply(to: string, { by, text, created, edited, mentions, hidden }: FileReply): void {
    const { userOf, editor } = this.#writing;
    const owner = userOf(by);
    // what nobody here may hide does not come to light
    if (owner === null || (hidden !== null && editor === null)) return;
    const id = newId();
    const named = mentions.flatMap((each) => userOf({ id: each, name: "" }) ?? []);
    const saying = { text, mentions: [...new Set(named)] };
    const createdAt = this.#time(created);
    const editedAt = edited === null ? null : this.#time(edited);
    this.#say(owner, {
      bytes: 600 + 6 * text.length + 150 * named.length,
      write: (layer) => {
        addReply(layer, { id, to, ...saying, createdAt });
        if (editedAt !== null) editReply(layer, id, saying, editedAt);
      },
    });
    this.#decide(hidden && this.#hiding(hidden), (state, hiding) =>
      writeReplyHidden(state, refTo(owner, id), hiding),
    );
  }

  #vote(to: string, { by, vote, at }: AnnotatedPassage["votes"][number]): void {
    const owner = this.#writing.userOf(by);
    const time = this.#time(at);
    if (owner === null) return;
    this.#say(owner, {
      bytes: 200,
      write: (layer) => castVote(layer, to, vote, time),
    });
  }

  /** Nobody proposes another label for what is their own. */
  #proposal(to: string, { by, at, standing, ...told }: FileProposal): void {
    const { userOf, editor, labellings } = this.#writing;
    const [proposer, labelling, ref] = [userOf(by), labellings.get(labelKey(told)), readRef(to)];
    if (proposer === null || editor === null || labelling === undefined || ref === null) return;
    if (proposer === ref.owner) return;
    const time = this.#time(at);
    this.#say(proposer, {
      bytes: 300,
      write: (layer) => propose(layer, to, labelling, time),
    });
    if (standing === "open") return;
    const answer = { at: time, accepted: standing === "accepted" };
    this.#say(ref.owner, {
      bytes: 300,
      write: (layer) => answerProposal(layer, ref.id, proposer, answer),
    });
  }

  #decisions(to: string, { resolved, hidden }: AnnotatedPassage): void {
    this.#decide(resolved && this.#deed(resolved), (state, deed) => writeResolved(state, to, deed));
    this.#decide(hidden && this.#hiding(hidden), (state, hiding) => writeHidden(state, to, hiding));
  }

  #deed({ by, at }: { readonly by: By; readonly at: string }): Deed | null {
    const { userOf, editor } = this.#writing;
    return editor === null ? null : { by: userOf(by) ?? editor, at: this.#time(at) };
  }

  #hiding(told: NonNullable<AnnotatedPassage["hidden"]>): Hiding | null {
    const deed = this.#deed(told);
    return deed && { ...deed, reason: told.reason };
  }

  #time(told: string | null): number {
    return timeOf(told, this.#writing.now);
  }

  #say(owner: string, saying: Saying): void {
    const all = this.sayings.get(owner) ?? [];
    all.push(saying);
    this.sayings.set(owner, all);
  }

  #decide<T extends Deed>(deed: T | null, write: (state: Y.Doc, deed: T) => void): void {
    if (deed === null) return;
    this.decisions.push({ bytes: DECISION_BYTES, write: (state) => write(state, deed) });
  }
}
