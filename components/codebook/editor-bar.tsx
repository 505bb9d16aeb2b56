// The bar of the editor: back, undo, files, save.

import { Download, FileJson, Upload } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { writeSchemeFile } from "#domain/scheme/scheme-file.ts";
import { LibraryLink } from "../library/library-link.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { saveFile } from "../ui/save-file.ts";
import { UndoButtons } from "../ui/undo-buttons.tsx";
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
      <LibraryLink name={words("to-library")} />
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
    <UndoButtons
      undo={{
        name: words("undo"),
        can: draft.past.length > 0,
        onClick: () => dispatch({ type: "undo" }),
      }}
      redo={{
        name: words("redo"),
        can: draft.future.length > 0,
        onClick: () => dispatch({ type: "redo" }),
      }}
    />
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
