// What somebody wrote, as text that can be kept in a file where nothing else is left.

import type * as Y from "yjs";
import { readLayer } from "#domain/annotation/layer.ts";
import { readTalk } from "#domain/talk/talk.ts";

/** What is kept. `text` is null where its owner did not write it. */
type Work = {
  readonly articleId: string;
  readonly layer: Y.Doc;
  readonly owner: string;
  readonly text: string | null;
};

export function writeWork({ articleId, layer, owner, text }: Work): string {
  const annotations = readLayer(layer, owner).map(({ anchor, ...annotation }) => ({
    ...annotation,
    quote: { exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix },
  }));
  const { replies, votes, proposals } = readTalk(layer, owner);
  const talk = { replies, votes: [...votes], proposals: [...proposals] };
  const written = text === null ? {} : { text };
  return JSON.stringify({ article: articleId, annotations, ...talk, ...written }, null, 2);
}
