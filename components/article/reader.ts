// The article for reading: TipTap without any binding, so that nothing it does can reach the Y.Doc.

import { Editor } from "@tiptap/core";
import type * as Y from "yjs";
import { articleFragment } from "#domain/article.ts";
import { touchedBy } from "#domain/article-text.ts";
import { Projection, showContent } from "./projection.ts";
import { readingExtensions } from "./reading-schema.ts";

/** The article as it stands in the page; `root` is its element. */
export type MountedArticle = { readonly root: HTMLElement; destroy(): void };

/** Shows the article in `root` and follows its document. */
export function mountReader(article: Y.Doc, root: HTMLElement): MountedArticle {
  const fragment = articleFragment(article);
  const editor = new Editor({
    element: { mount: root },
    editable: false,
    injectCSS: false,
    editorProps: {
      attributes: { role: "article", tabindex: "0" },
      // ProseMirror would bring back the selection that it knew last
      handleDOMEvents: { focus: () => true },
    },
    enableInputRules: false,
    enablePasteRules: false,
    extensions: readingExtensions(),
  });
  const projection = new Projection(fragment, editor.schema);
  const follow = (touched: ReadonlySet<unknown>): void => {
    const { state, view } = editor;
    const transaction = showContent(state.tr, projection.content(touched));
    if (transaction.docChanged) view.dispatch(transaction.setMeta("addToHistory", false));
  };
  const onEvents = (events: Parameters<typeof touchedBy>[0]): void => follow(touchedBy(events));
  follow(new Set());
  fragment.observeDeep(onEvents);
  return {
    root,
    destroy: () => {
      fragment.unobserveDeep(onEvents);
      editor.destroy();
    },
  };
}
