"use client";
// The page on which a space's scheme is changed.

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { KINDS, kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import { useAnnouncer } from "../desk/announcer.tsx";
import { useSpoken } from "../scheme-words/scheme-speech.ts";
import { bdi } from "../words/bdi.tsx";
import { ArticleQuestions } from "./article-questions.tsx";
import { EditorBar } from "./editor-bar.tsx";
import { EditorNotice } from "./editor-notice.tsx";
import { type EditorPart, EditorTabs } from "./editor-tabs.tsx";
import { KindColours } from "./kind-colours.tsx";
import { KindEditor } from "./kind-editor.tsx";
import { type Editor, useEditor } from "./use-editor.ts";

export type EditedSpace = { readonly id: string; readonly name: string };

type SchemeEditorProps = {
  readonly space: EditedSpace;
  readonly saved: Scheme;
  /** Who changed it last, and when, as a sentence; empty for nobody. */
  readonly lastChange: string;
};

export function SchemeEditor({ space, saved, lastChange }: SchemeEditorProps) {
  const words = useTranslations("scheme");
  const editor = useEditor(space.id, useSpoken(saved));
  const [part, setPart] = useState<EditorPart>("claim");
  const { announce, region } = useAnnouncer();
  useUndoKeys(editor);
  const { draft, change } = editor;
  const kind = KINDS.find((id) => id === part);
  return (
    <KindColours scheme={draft.now}>
      <EditorBar space={space} editor={editor} />
      <main className="mx-auto max-w-5xl px-5 pt-6 pb-[30vh]">
        <h1 className="font-serif text-[1.75rem] leading-9">
          {words.rich("codebook-of", { space: space.name, bdi })}
        </h1>
        {lastChange !== "" && <p className="pt-1 text-muted text-sm">{lastChange}</p>}
        <EditorNotice editor={editor} />
        <EditorTabs scheme={draft.now} part={part} onPart={setPart}>
          {kind ? (
            <KindEditor key={kind} {...{ editor, announce }} kind={kindOf(draft.now, kind)} />
          ) : (
            <ArticleQuestions scheme={draft.now} onChange={change} announce={announce} />
          )}
        </EditorTabs>
      </main>
      {region}
    </KindColours>
  );
}

/** Ctrl Z takes back a step of the draft wherever the focus is: fields show the draft and nothing else. */
function useUndoKeys({ dispatch }: Editor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const letter = key.toLowerCase();
      if (!(ctrlKey || metaKey) || altKey || (letter !== "z" && letter !== "y")) return;
      event.preventDefault();
      dispatch({ type: letter === "y" || shiftKey ? "redo" : "undo" });
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [dispatch]);
}
