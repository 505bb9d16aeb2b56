// The article for reading: ProseMirror's view without an editor around it and without any binding,
// so that nothing it does can reach the Y.Doc.

import { EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import { articleFragment } from "#domain/article/article.ts";
import { type ArticleText, touchedBy } from "#domain/article/article-text.ts";
import { noteSigns, type Signs, showSigns } from "./note-signs.ts";
import { Projection, showContent } from "./projection.ts";
import { READING_SCHEMA } from "./reading-schema.ts";
import { ReadingView } from "./reading-view.ts";

/** The article as it stands in the page; `root` is its element. */
export type MountedArticle = {
  readonly root: HTMLElement;
  readonly view: EditorView;
  /** Puts these signs of notes in the place of those that are there. Returns whether anything had to change. */
  showSigns(text: ArticleText, signs: Signs): boolean;
  destroy(): void;
};

/** Shows the article in `root` and follows its document. */
export function mountReader(article: Y.Doc, root: HTMLElement): MountedArticle {
  const fragment = articleFragment(article);
  const view = new ReadingView(
    { mount: root },
    {
      state: EditorState.create({ schema: READING_SCHEMA, plugins: [noteSigns()] }),
      editable: () => false,
      attributes: { role: "article", tabindex: "0" },
      dispatchTransaction: (transaction) => view.follow(transaction),
      handleDOMEvents: {
        // both select in the browser's way alone
        mousedown: () => true,
        focus: () => true,
        // words go out as those of an article, and without how this page shows them
        copy: () => !view.takeSelection(),
        dragstart: () => !view.takeSelection(),
      },
    },
  );
  const projection = new Projection(fragment, READING_SCHEMA);
  const follow = (touched: ReadonlySet<unknown>): void => {
    const transaction = showContent(view.state.tr, projection.content(touched));
    if (transaction.docChanged) view.dispatch(transaction);
  };
  const onEvents = (events: Parameters<typeof touchedBy>[0]): void => follow(touchedBy(events));
  follow(new Set());
  fragment.observeDeep(onEvents);
  return {
    ...{ root, view },
    showSigns: (text, signs) => showSigns(view, text, signs),
    destroy: () => {
      fragment.unobserveDeep(onEvents);
      view.destroy();
    },
  };
}
