// What stands in the menu of the text: editing it, locking it, its versions.

import { History, Lock as LockIcon, LockOpen, PencilLine } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import type { Lock } from "#domain/talk/article-state.ts";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { LockProof } from "./text-lock.tsx";

type TextPanelProps = {
  readonly articleId: string;
  readonly lock: Lock | null;
  readonly onEdit: (editing: boolean) => void;
  readonly onVersions: () => void;
};

export function TextPanel({ articleId, lock, onEdit, onVersions }: TextPanelProps) {
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
      {!lock && <p className="text-muted text-sm">{words("lock-hint")}</p>}
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
