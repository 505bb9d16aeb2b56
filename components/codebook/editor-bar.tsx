// The bar of the editor: back, undo, files, save.

import { Download, FileJson, Redo2, Undo2, Upload } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { writeSchemeFile } from "#domain/scheme/scheme-file.ts";
import { PostilMark } from "../library/postil-mark.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { saveFile } from "../ui/save-file.ts";
import { savable } from "./draft.ts";
import { ImportDialog } from "./import-dialog.tsx";
import type { EditedSpace } from "./scheme-editor.tsx";
import type { Editor } from "./use-editor.ts";

type EditorBarProps = { readonly space: EditedSpace; readonly editor: Editor };

export function EditorBar({ space, editor }: EditorBarProps) {
  const words = useTranslations("scheme");
  const { changes, saving, save } = editor;
  return (
    <header className="sticky top-0 z-30 flex h-(--bar) items-center gap-2 border-rule border-b bg-paper px-4 max-sm:px-2">
      <Link
        href="/"
        aria-label={words("to-library")}
        title={words("to-library")}
        className="flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-sunken pointer-coarse:size-11"
      >
        <PostilMark />
      </Link>
      <p className="line-clamp-2 min-w-0 grow text-muted text-sm max-sm:text-xs">
        {words(changes === null ? "nothing-to-save" : "unsaved")}
      </p>
      <History editor={editor} />
      <FileMenu space={space} editor={editor} />
      <Button
        look="filled"
        className="h-8! shrink-0 px-3!"
        aria-disabled={changes === null || saving}
        onClick={() => {
          if (changes !== null && !saving) void save();
        }}
      >
        {words(saving ? "saving" : "save")}
      </Button>
    </header>
  );
}

function History({ editor: { draft, dispatch } }: { readonly editor: Editor }) {
  const words = useTranslations("scheme");
  return (
    <>
      <Button
        look="icon"
        aria-label={words("undo")}
        title={words("undo")}
        aria-disabled={draft.past.length === 0}
        onClick={() => dispatch({ type: "undo" })}
      >
        <Undo2 size={16} aria-hidden className="rtl:-scale-x-100" />
      </Button>
      <Button
        look="icon"
        aria-label={words("redo")}
        title={words("redo")}
        aria-disabled={draft.future.length === 0}
        onClick={() => dispatch({ type: "redo" })}
      >
        <Redo2 size={16} aria-hidden className="rtl:-scale-x-100" />
      </Button>
    </>
  );
}

function FileMenu({ space, editor }: EditorBarProps) {
  const words = useTranslations("scheme");
  const [importing, setImporting] = useState(false);
  return (
    <>
      <Popover
        label={words("file")}
        className="w-72 flex-col gap-3 p-4 open:flex"
        button={{
          "aria-label": words("file"),
          title: words("file"),
          className: buttonLook("icon"),
          children: <FileJson size={16} aria-hidden />,
        }}
      >
        {(close) => (
          <>
            <Button
              aria-description={words("import-hint")}
              onClick={() => {
                close();
                setImporting(true);
              }}
            >
              <Upload size={16} aria-hidden />
              {words("import")}
            </Button>
            <p className="text-muted text-sm">{words("import-hint")}</p>
            <Button
              aria-description={words("export-hint")}
              onClick={() => {
                close();
                const scheme = editor.speech.kept(savable(editor.draft));
                saveFile(writeSchemeFile(scheme), `codebook-${space.name}`);
              }}
            >
              <Download size={16} aria-hidden />
              {words("export")}
            </Button>
            <p className="text-muted text-sm">{words("export-hint")}</p>
          </>
        )}
      </Popover>
      {importing && <ImportDialog editor={editor} onClose={() => setImporting(false)} />}
    </>
  );
}
