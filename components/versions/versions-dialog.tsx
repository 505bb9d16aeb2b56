// A new version of a locked text: paste it, see what becomes of the notes, then replace the text.

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextArea } from "../ui/field.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { LateWords } from "../words/late-words.tsx";
import { type CarryOver, CarryOverReport, carryOverSchema } from "./carry-over-report.tsx";
import { VersionList } from "./version-list.tsx";

type VersionsDialogProps = {
  readonly articleId: string;
  readonly onClose: () => void;
};

export function VersionsDialog(props: VersionsDialogProps) {
  return (
    <LateWords area="versions">
      <OpenVersions {...props} />
    </LateWords>
  );
}

function OpenVersions({ articleId, onClose }: VersionsDialogProps) {
  const words = useTranslations("versions");
  const { text, report, isReplaced, busy, error, ...act } = useNewVersion(articleId);
  return (
    <Dialog title={words("versions")} onClose={onClose}>
      <div className="flex flex-col gap-5">
        {report === null ? (
          <TextForm text={text} busy={busy} onPreview={act.preview} />
        ) : (
          <>
            {isReplaced && <p role="status">{words("replaced")}</p>}
            <CarryOverReport report={report} />
            {!isReplaced && (
              <div className="flex flex-wrap gap-2">
                <Button look="filled" disabled={busy} onClick={act.replace}>
                  {words(busy ? "replacing" : "replace")}
                </Button>
                <Button disabled={busy} onClick={act.back}>
                  {words("change-text")}
                </Button>
              </div>
            )}
          </>
        )}
        <Wrong sentence={error} />
        <VersionList articleId={articleId} key={String(isReplaced)} />
      </div>
    </Dialog>
  );
}

type TextFormProps = {
  readonly text: string;
  readonly busy: boolean;
  readonly onPreview: (text: string) => void;
};

function TextForm({ text, busy, onPreview }: TextFormProps) {
  const words = useTranslations("versions");
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onPreview(String(new FormData(event.currentTarget).get("text") ?? ""));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextArea
        label={words("new-text")}
        hint={words("new-text-hint")}
        name="text"
        defaultValue={text}
        required
        rows={10}
        dir="auto"
        className="font-serif"
      />
      <Button type="submit" look="filled" className="self-start" disabled={busy}>
        {words(busy ? "looking" : "preview")}
      </Button>
    </form>
  );
}

/** The pasted text on its way: first only looked at, then put in the place of the old one. */
function useNewVersion(articleId: string) {
  const ask = useAskServer();
  const [text, setText] = useState("");
  const [report, setReport] = useState<CarryOver | null>(null);
  const [isReplaced, setReplaced] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const send = async (wanted: string, preview: boolean): Promise<void> => {
    setText(wanted);
    setBusy(true);
    const answer = await ask(`/articles/${articleId}/versions`, {
      method: "POST",
      body: { text: wanted, preview },
      expect: carryOverSchema,
    });
    setBusy(false);
    setError(answer.ok ? null : answer.sentence);
    if (!answer.ok) return;
    setReport(answer.value);
    setReplaced(!preview);
  };
  return {
    ...{ text, report, isReplaced, busy, error },
    preview: (wanted: string) => void send(wanted, true),
    replace: () => void send(text, false),
    back: () => setReport(null),
  };
}
