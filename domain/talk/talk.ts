// What one person said about anybody's annotations: replies, votes, and proposals of another label.
// All of it lies in the speaker's own layer and points at the annotation by its reference.

import type * as Y from "yjs";
import * as z from "zod/mini";
import type { Labelling } from "../annotation/annotation.ts";
import { byHand, proposalsOf, repliesOf, votesOf } from "../annotation/layer-roots.ts";
import { ID_PATTERN } from "../id.ts";
import { momentSchema } from "../moment.ts";
import { KINDS } from "../scheme/scheme.ts";
import { watchMaps } from "../watch-maps.ts";
import { wellFormed } from "../well-formed.ts";

/** The longest reply, in UTF-16 code units. */
export const REPLY_LENGTH = 5000;

/** How many people a reply may mention. */
export const MENTIONS = 50;

export const VOTES = ["agree", "disagree", "unsure"] as const;

export type Vote = (typeof VOTES)[number];

const replySchema = z.object({
  /** The reference of the annotation. */
  to: z.string(),
  text: z.string().check(z.minLength(1), z.maxLength(REPLY_LENGTH)),
  /** User ids; their names stand in the text behind an @. */
  mentions: z.array(z.string()).check(z.maxLength(MENTIONS)),
  createdAt: momentSchema,
  /** When it was last changed; null for never. */
  editedAt: z.nullable(momentSchema),
});
const voteSchema = z.object({ vote: z.enum(VOTES), at: momentSchema });
const proposalSchema = z.object({
  kind: z.enum(KINDS),
  label: z.nullable(z.string()),
  at: momentSchema,
});

/** A reply as everyone reads it; `author` comes from the layer. Times are milliseconds since 1970 by the author's clock. */
export type Reply = Readonly<z.infer<typeof replySchema>> & {
  readonly id: string;
  readonly author: string;
};

/** How somebody voted, and when. */
export type CastVote = Readonly<z.infer<typeof voteSchema>>;

/** Another labelling that somebody proposed for an annotation, and when. */
export type Proposal = Readonly<z.infer<typeof proposalSchema>>;

/** What a reply says. */
export type Saying = { readonly text: string; readonly mentions: readonly string[] };

/** What a new reply starts with; its `id` is made by `newId`, `to` is the reference of an annotation. */
export type NewReply = Saying & {
  readonly id: string;
  readonly to: string;
  readonly createdAt: number;
};

/** Adds a reply, its text cut at `REPLY_LENGTH`. Throws RangeError when the id is taken or no id, or the text is empty. */
export function addReply(layer: Y.Doc, { id, to, text, mentions, createdAt }: NewReply): void {
  if (!ID_PATTERN.test(id) || repliesOf(layer).has(id)) throw new RangeError(`not a new id: ${id}`);
  if (text === "") throw new RangeError("a reply says something");
  const reply = { ...said({ text, mentions }), to, createdAt, editedAt: null };
  byHand(layer, () => repliesOf(layer).set(id, reply));
}

/** Changes what a reply says. Does nothing when it is gone. */
export function editReply(layer: Y.Doc, id: string, saying: Saying, editedAt: number): void {
  const reply = wellFormed(replySchema, repliesOf(layer).get(id));
  if (reply === null || saying.text === "") return;
  byHand(layer, () => repliesOf(layer).set(id, { ...reply, ...said(saying), editedAt }));
}

export function removeReply(layer: Y.Doc, id: string): void {
  if (repliesOf(layer).has(id)) byHand(layer, () => repliesOf(layer).delete(id));
}

/** Votes on the annotation with this reference; null takes the vote back. `at` is in milliseconds since 1970. */
export function castVote(layer: Y.Doc, to: string, vote: Vote | null, at: number): void {
  byHand(layer, () => {
    if (vote === null) votesOf(layer).delete(to);
    else votesOf(layer).set(to, { vote, at });
  });
}

/** Proposes another labelling for the annotation with this reference; null takes it back. */
export function propose(layer: Y.Doc, to: string, labelling: Labelling | null, at: number): void {
  byHand(layer, () => {
    if (labelling === null) proposalsOf(layer).delete(to);
    else proposalsOf(layer).set(to, { kind: labelling.kind, label: labelling.label, at });
  });
}

/** One reply; null when it is gone or not well formed. */
export function readReply(layer: Y.Doc, author: string, id: string): Reply | null {
  const reply = wellFormed(replySchema, repliesOf(layer).get(id));
  return reply && { id, author, ...reply };
}

/** The layer owner's vote on the annotation with this reference, or null. */
export function readVote(layer: Y.Doc, to: string): CastVote | null {
  return wellFormed(voteSchema, votesOf(layer).get(to));
}

/** What the layer's owner proposes for the annotation with this reference, or null. */
export function readProposal(layer: Y.Doc, to: string): Proposal | null {
  return wellFormed(proposalSchema, proposalsOf(layer).get(to));
}

/** All that one person said in a layer, as far as it is well formed; votes and proposals by reference. */
export type LayerTalk = {
  readonly replies: readonly Reply[];
  readonly votes: ReadonlyMap<string, CastVote>;
  readonly proposals: ReadonlyMap<string, Proposal>;
};

export function readTalk(layer: Y.Doc, author: string): LayerTalk {
  const replies = [...repliesOf(layer).keys()].map((id) => readReply(layer, author, id));
  return {
    replies: replies.filter((reply) => reply !== null),
    votes: readAll(votesOf(layer), (to) => readVote(layer, to)),
    proposals: readAll(proposalsOf(layer), (to) => readProposal(layer, to)),
  };
}

function readAll<T>(map: Y.Map<unknown>, read: (key: string) => T | null): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const key of map.keys()) {
    const value = read(key);
    if (value !== null) found.set(key, value);
  }
  return found;
}

/** What a change touched: ids of replies, and references that were voted on or got a proposal. */
export type TalkChange = {
  readonly replies: readonly string[];
  readonly votes: readonly string[];
  readonly proposals: readonly string[];
};

/** Calls `listen` after every change of the talk in a layer. Returns the function that stops it. */
export function watchTalk(layer: Y.Doc, listen: (change: TalkChange) => void): () => void {
  const maps = { replies: repliesOf(layer), votes: votesOf(layer), proposals: proposalsOf(layer) };
  return watchMaps(layer, maps, (touched) =>
    listen({
      replies: touched("replies"),
      votes: touched("votes"),
      proposals: touched("proposals"),
    }),
  );
}

const said = ({ text, mentions }: Saying): { text: string; mentions: string[] } => ({
  text: text.slice(0, REPLY_LENGTH),
  mentions: mentions.slice(0, MENTIONS),
});
