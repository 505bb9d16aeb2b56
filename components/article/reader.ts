// The article for reading: ProseMirror's view without an editor around it and without any binding,
// so that nothing it does can reach the Y.Doc.

import { EditorState } from "@tiptap/pm/state";
import { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import { articleFragment } from "#domain/article/article.ts";
import { type ArticleText, touchedBy } from "#domain/article/article-text.ts";
import { noteSigns, type Signs, showSigns } from "./note-signs.ts";
import { Projection, showContent } from "./projection.ts";
import { READING_SCHEMA } from "./reading-schema.ts";

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
  const view = new EditorView(
    { mount: root },
    {
      state: EditorState.create({ schema: READING_SCHEMA, plugins: [noteSigns()] }),
      editable: () => false,
      attributes: { role: "article", tabindex: "0" },
      // ProseMirror would bring back the selection that it knew last
      handleDOMEvents: { focus: () => true },
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
