"use client";
// What is kept of oneself: taken along as a file, and erased.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { forgetKept } from "../intake/kept-key.ts";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { NameDialog } from "../ui/name-dialog.tsx";
import { saveFile } from "../ui/save-file.ts";
import { Section } from "../ui/section.tsx";
import { Wrong } from "../ui/wrong.tsx";

export function OwnDataSection({ name }: { readonly name: string }) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const download = async (): Promise<void> => {
    const told = await ask("/person/data", { expect: z.unknown() });
    setError(told.ok ? null : told.sentence);
    if (told.ok) saveFile(JSON.stringify(told.value, null, 2), name);
  };
  return (
    <Section parted title={words("own-data")} lead={words("own-data-hint")}>
      <p className="flex flex-wrap gap-2">
        <Button onClick={() => void download()}>{words("download-data")}</Button>
        <Button className="text-danger" onClick={() => setAsking(true)}>
          {words("erase-me")}
        </Button>
      </p>
      <Wrong sentence={error} />
      {asking && <EraseMeDialog name={name} onClose={() => setAsking(false)} />}
    </Section>
  );
}

type EraseMeDialogProps = { readonly name: string; readonly onClose: () => void };

function EraseMeDialog({ name, onClose }: EraseMeDialogProps) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const erase = async (): Promise<void> => {
    setBusy(true);
    const question = { method: "POST", body: { name }, expect: z.unknown() } as const;
    const erased = await ask("/person/erasure", question);
    setBusy(false);
    setError(erased.ok ? null : erased.sentence);
    if (!erased.ok) return;
    forgetKept();
    router.push("/");
    router.refresh();
  };
  return (
    <NameDialog
      title={words("erase-me")}
      told={[words("erase-me-goes"), words("erase-me-stays")]}
      label={words("erase-me-type", { name })}
      name={name}
      does={words(busy ? "erasing" : "erase-me-it")}
      busy={busy}
      error={error}
      onSure={() => void erase()}
      onClose={onClose}
    />
  );
}
