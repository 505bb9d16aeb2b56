// The article for editing: TipTap bound to the Y.Doc, loaded and mounted only while somebody edits.

import { Editor, Extension } from "@tiptap/core";
import { Collaboration, isChangeOrigin } from "@tiptap/extension-collaboration";
import type * as Y from "yjs";
import { articleFragment } from "#domain/article/article.ts";
import { articleExtensions } from "./article-schema.ts";
import { editStart } from "./edit-start.ts";
import { SoundUndo } from "./editing/sound-undo.ts";
import { noteSigns, showSigns } from "./note-signs.ts";
import type { MountedArticle } from "./reader.ts";

/** The article while it is edited. */
export type EditedArticle = MountedArticle & { readonly editor: Editor };

/**
 * Shows the article in `root` for editing; every change goes into its document. `onEdit` is told where
 * in the flat text each edit begins, before it is made.
 */
export function mountWriter(
  article: Y.Doc,
  root: HTMLElement,
  onEdit: (at: number) => void,
): EditedArticle {
  const fragment = articleFragment(article);
  const editor = new Editor({
    element: { mount: root },
    injectCSS: false,
    editorProps: { attributes: { role: "textbox", "aria-multiline": "true" } },
    extensions: [
      ...articleExtensions(),
      Extension.create({ name: "noteSigns", addProseMirrorPlugins: () => [noteSigns()] }),
      Collaboration.configure({
        fragment,
        yUndoOptions: { undoManager: new SoundUndo(fragment) },
      }),
    ],
  });
  editor.on("beforeTransaction", ({ transaction }) => {
    const isMine = transaction.docChanged && !isChangeOrigin(transaction);
    if (isMine) onEdit(editStart(transaction));
  });
  return {
    ...{ root, editor, view: editor.view },
    showSigns: (text, signs) => showSigns(editor.view, text, signs),
    destroy: () => editor.destroy(),
  };
}
