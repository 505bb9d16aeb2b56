// Writes what was said elsewhere about annotations that were taken over: replies and votes into the layers
// of those who said it, decisions into the state.

import type * as Y from "yjs";
import { newId } from "#domain/id.ts";
import { writeHidden, writeResolved } from "#domain/talk/article-state.ts";
import { addReply, castVote, removeReply } from "#domain/talk/talk.ts";
import type { AnnotatedPassage } from "../import/annotated/annotated.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { inPieces, timeOf, type Undo } from "./write-passages.ts";

type Writing = {
  /** What was taken over, with the references that it has here. */
  readonly refs: ReadonlyMap<AnnotatedPassage, string>;
  /** The user who stands for an annotator here; null for one who is left out. */
  readonly userOf: (by: AnnotatedPassage["by"]) => string | null;
  /** Whose decisions those are that somebody made who is left out; null where nobody may decide. */
  readonly editor: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** Resolves when it is on disk. Rejects as `LiveArticle.changeLayer`; `onWritten` as that of `writePassages`. */
export async function writeTalk(
  live: LiveArticle,
  writing: Writing,
  onWritten: (undo: Undo) => void,
): Promise<void> {
  for (const [owner, sayings] of sayingsOf(writing)) {
    for (const piece of inPieces(sayings)) {
      onWritten((later) => change(later, owner, piece, "takeBack"));
      await change(live, owner, piece, "write");
    }
  }
  await decide(live, writing, onWritten);
}

/** Something that somebody said. */
type Saying = {
  /** At least as many as it takes, encoded. */
  readonly bytes: number;
  readonly write: (layer: Y.Doc) => void;
  readonly takeBack: (layer: Y.Doc) => void;
};

/** What each said, by user id. */
function sayingsOf({ refs, userOf, now }: Writing): ReadonlyMap<string, readonly Saying[]> {
  const said = new Map<string, Saying[]>();
  const add = (by: AnnotatedPassage["by"], saying: Saying): void => {
    const owner = userOf(by);
    if (owner === null) return;
    const all = said.get(owner) ?? [];
    all.push(saying);
    said.set(owner, all);
  };
  for (const [{ replies, votes }, to] of refs) {
    for (const { by, text, created } of replies) {
      add(by, replying(to, text, timeOf(created, now)));
    }
    for (const { by, vote, at } of votes) {
      const time = timeOf(at, now);
      add(by, {
        bytes: 200,
        write: (layer) => castVote(layer, to, vote, time),
        takeBack: (layer) => castVote(layer, to, null, time),
      });
    }
  }
  return said;
}

function replying(to: string, text: string, createdAt: number): Saying {
  const id = newId();
  return {
    bytes: 300 + 3 * text.length,
    write: (layer) => addReply(layer, { id, to, text, mentions: [], createdAt }),
    takeBack: (layer) => removeReply(layer, id),
  };
}

function change(
  live: LiveArticle,
  owner: string,
  sayings: readonly Saying[],
  how: "write" | "takeBack",
): Promise<void> {
  return live.changeLayer(owner, (layer) => {
    for (const saying of sayings) saying[how](layer);
  });
}

async function decide(
  live: LiveArticle,
  { refs, userOf, editor, now }: Writing,
  onWritten: (undo: Undo) => void,
): Promise<void> {
  if (editor === null) return;
  const decided = [...refs].filter(([{ resolved, hidden }]) => resolved ?? hidden);
  if (decided.length === 0) return;
  onWritten((later) =>
    later.changeState((state) => {
      for (const [, ref] of decided) {
        writeResolved(state, ref, null);
        writeHidden(state, ref, null);
      }
    }),
  );
  await live.changeState((state) => {
    for (const [{ resolved, hidden }, ref] of decided) {
      const deed = ({ by, at }: NonNullable<typeof resolved>) => ({
        by: userOf(by) ?? editor,
        at: timeOf(at, now),
      });
      if (resolved) writeResolved(state, ref, deed(resolved));
      if (hidden) writeHidden(state, ref, { ...deed(hidden), reason: hidden.reason });
    }
  });
}
