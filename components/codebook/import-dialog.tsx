// A codebook from a file: chosen, looked at, taken in.

import { type ChangeEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { schemeDifferences } from "#domain/scheme/scheme-differences.ts";
import { readSchemeFile } from "#domain/scheme/scheme-file.ts";
import { following } from "#domain/scheme/scheme-succession.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { savable } from "./draft.ts";
import { faultWords } from "./fault-words.ts";
import type { Editor } from "./use-editor.ts";

/** The largest file that is read, in bytes. */
const FILE_BYTES = 1024 * 1024;

type ImportDialogProps = { readonly editor: Editor; readonly onClose: () => void };

export function ImportDialog({ editor, onClose }: ImportDialogProps) {
  const words = useTranslations("scheme");
  const { scheme, error, read } = useFile(editor);
  const now = savable(editor.draft);
  const differences = scheme && schemeDifferences(now, scheme);
  return (
    <Dialog title={words("import")} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <input
          type="file"
          accept=".json,application/json"
          aria-label={words("import")}
          onChange={read}
          className="rounded-md border border-rule-strong bg-paper p-2 file:me-3 file:rounded-md file:border-0 file:bg-sunken file:px-3 file:py-1.5 file:text-ink"
        />
        <Wrong sentence={error} />
        {scheme && differences === null && <p role="status">{words("changes-nothing")}</p>}
        {scheme && differences && (
          <>
            <DifferenceList differences={differences} />
            <div className="flex gap-2">
              <Button
                look="filled"
                onClick={() => {
                  editor.change(scheme);
                  editor.tell(words("taken-in"));
                  onClose();
                }}
              >
                {words("take-in")}
              </Button>
              <Button onClick={onClose}>{words("leave")}</Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function useFile({ draft, speech }: Editor) {
  const words = useTranslations("scheme");
  const [scheme, setScheme] = useState<Scheme | null>(null);
  const [error, setError] = useState<string | null>(null);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    setScheme(null);
    setError(null);
    if (!file) return;
    if (file.size > FILE_BYTES) {
      setError(words("file-too-large"));
      return;
    }
    const now = speech.kept(savable(draft));
    const reading = readSchemeFile(await file.text(), now);
    if (reading.ok) setScheme(speech.spoken(following(now, reading.scheme)));
    else setError(faultWords(words, reading, now));
  };
  return { scheme, error, read };
}
