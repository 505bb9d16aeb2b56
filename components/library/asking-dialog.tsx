"use client";
// A form over the page that stays open until what it asks for is done.

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { type Ask, useAskServer } from "./ask-server.ts";

type AskingDialogProps = {
  readonly title: string;
  readonly why: string;
  /** What the button says that does it. */
  readonly does: string;
  /** Does it; returns why it was not done, null when it was. */
  readonly run: (ask: Ask) => Promise<string | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The page behind it is drawn anew when it is done. */
export function AskingDialog({ title, why, does, run, onClose, children }: AskingDialogProps) {
  const words = useTranslations("ui");
  const ask = useAskServer();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const sentence = await run(ask);
    setBusy(false);
    setError(sentence);
    if (sentence !== null) return;
    onClose();
    router.refresh();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send} className="flex flex-col gap-4">
        <p className="text-muted">{why}</p>
        {children}
        {error && (
          <p role="alert" className="text-danger">
            {error}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button look="quiet" className="h-10" onClick={onClose}>
            {words("cancel")}
          </Button>
          <Button type="submit" look="filled" disabled={busy}>
            {does}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
