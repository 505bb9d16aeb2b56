// What editors can do with the text itself: edit it, and lock it.

import { Lock as LockIcon, LockOpen, PencilLine } from "lucide-react";
import { useState } from "react";
import { z } from "zod";
import { askServer } from "../library/ask-server.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { Popover } from "../ui/popover.tsx";

type TextMenuProps = {
  readonly session: ArticleSession;
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
};

export function TextMenu({ session, editing, onEdit }: TextMenuProps) {
  const locked = useReadable(session.lock) !== null;
  const { setLocked, error, busy } = useLocking(session.articleId);
  if (editing) {
    return (
      <Button look="filled" className="h-8 px-3" onClick={() => onEdit(false)}>
        Stop editing
      </Button>
    );
  }
  return (
    <Popover
      label="Text"
      className="w-72 p-4"
      trigger={
        <button
          type="button"
          aria-label={locked ? "Text, locked" : "Text"}
          title="Edit or lock the text"
          className={classes(buttonLook("icon"))}
        >
          {locked ? <LockIcon size={16} aria-hidden /> : <PencilLine size={16} aria-hidden />}
        </button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-muted text-sm">
          {locked
            ? "The text is locked: nobody can change a word of it. Notes stay open."
            : "Notes follow their words while you edit."}
        </p>
        {!locked && (
          <Button onClick={() => onEdit(true)}>
            <PencilLine size={16} aria-hidden /> Edit the text
          </Button>
        )}
        <Button disabled={busy} onClick={() => void setLocked(!locked)}>
          {locked ? <LockOpen size={16} aria-hidden /> : <LockIcon size={16} aria-hidden />}
          {locked ? "Unlock the text" : "Lock the text"}
        </Button>
        {error && (
          <p role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
      </div>
    </Popover>
  );
}

function useLocking(articleId: string) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const setLocked = async (locked: boolean): Promise<void> => {
    setBusy(true);
    const answer = await askServer(`/articles/${articleId}`, {
      method: "PATCH",
      body: { locked },
      expect: z.unknown(),
    });
    setError(answer.ok ? null : answer.sentence);
    setBusy(false);
  };
  return { setLocked, error, busy };
}
