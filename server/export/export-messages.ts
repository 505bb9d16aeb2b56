// What the server and the thread that writes files tell each other.

import type { FormatId } from "#domain/format-ids.ts";
import type { MarkedAnnotation, MarkedArticle } from "../formats/marked-article.ts";

/** What a thread is begun for. With `folder`, everything goes into one zip. */
export type Job = { readonly format: FormatId; readonly folder: boolean };

/**
 * An article to write, under a name without an ending; or that there are no more. Its annotations may
 * come before it in several parts: to hand over ten thousand at once would keep the server for long.
 */
export type Order =
  | { readonly part: readonly MarkedAnnotation[] }
  | { readonly marked: MarkedArticle; readonly stem: string }
  | "end";

/** What the thread is told: an order, or to go on with the next file of the one it has. */
export type Word = Order | "go on";

/**
 * `ready` for the next order, or for the next file of an article that has several; `name` before the
 * first `chunk` of a file that is sent alone.
 */
export type Told =
  | { readonly ready: "order" | "file" }
  | { readonly name: string; readonly mediaType: string }
  | { readonly chunk: Uint8Array }
  | { readonly done: true }
  | { readonly failure: unknown };
