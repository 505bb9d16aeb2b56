// What editors can do with the text itself: edit it, and lock it.

import { History, Lock as LockIcon, LockOpen, PencilLine } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import type { Lock } from "#domain/talk/article-state.ts";
import { useAskServer } from "../library/ask-server.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { patiently } from "../ui/patiently.ts";
import { Popover } from "../ui/popover.tsx";
import { LockProof } from "./text-lock.tsx";

const VersionsDialog = lazy(() =>
  patiently(async () => ({
    default: (await import("../versions/versions-dialog.tsx")).VersionsDialog,
  })),
);

type TextMenuProps = {
  readonly session: ArticleSession;
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
};

export function TextMenu({ session, editing, onEdit }: TextMenuProps) {
  const words = useTranslations("desk");
  const lock = useReadable(session.lock);
  const [versions, setVersions] = useState(false);
  if (editing) {
    return (
      <Button look="filled" className="h-8! px-3!" onClick={() => onEdit(false)}>
        <span className="max-sm:hidden">{words("stop-editing")}</span>
        <span className="sm:hidden">{words("done")}</span>
      </Button>
    );
  }
  return (
    <>
      <Popover
        label={words("text")}
        className="w-72 p-4"
        button={{
          "aria-label": words(lock ? "text-locked" : "text"),
          title: words("edit-or-lock"),
          className: buttonLook("icon"),
          children: lock ? (
            <LockIcon size={16} aria-hidden />
          ) : (
            <PencilLine size={16} aria-hidden />
          ),
        }}
      >
        {(close) => (
          <TextPanel
            articleId={session.articleId}
            lock={lock}
            onEdit={onEdit}
            onVersions={() => {
              close();
              setVersions(true);
            }}
          />
        )}
      </Popover>
      {versions && (
        <Suspense>
          <VersionsDialog articleId={session.articleId} onClose={() => setVersions(false)} />
        </Suspense>
      )}
    </>
  );
}

type TextPanelProps = {
  readonly articleId: string;
  readonly lock: Lock | null;
  readonly onEdit: (editing: boolean) => void;
  readonly onVersions: () => void;
};

function TextPanel({ articleId, lock, onEdit, onVersions }: TextPanelProps) {
  const words = useTranslations("desk");
  const { setLocked, error, busy } = useLocking(articleId);
  const Turn = lock ? LockOpen : LockIcon;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted text-sm">{words(lock ? "locked-hint" : "edit-hint")}</p>
      {lock && <LockProof lock={lock} />}
      {!lock && (
        <Button onClick={() => onEdit(true)}>
          <PencilLine size={16} aria-hidden /> {words("edit-text")}
        </Button>
      )}
      {lock && (
        <Button onClick={onVersions}>
          <History size={16} aria-hidden /> {words("versions")}
        </Button>
      )}
      <Button disabled={busy} onClick={() => void setLocked(!lock)}>
        <Turn size={16} aria-hidden /> {words(lock ? "unlock-text" : "lock-text")}
      </Button>
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}

function useLocking(articleId: string) {
  const ask = useAskServer();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const setLocked = async (locked: boolean): Promise<void> => {
    setBusy(true);
    const answer = await ask(`/articles/${articleId}`, {
      method: "PATCH",
      body: { locked },
      expect: z.unknown(),
    });
    setError(answer.ok ? null : answer.sentence);
    setBusy(false);
  };
  return { setLocked, error, busy };
}
