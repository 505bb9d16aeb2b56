// What editors can do with the text itself: edit it, and lock it.

import { Lock as LockIcon, PencilLine } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import type { ArticleSession } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { patiently } from "../ui/patiently.ts";
import { Popover } from "../ui/popover.tsx";
import { TextPanel } from "./text-panel.tsx";

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
