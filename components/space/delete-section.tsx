// Deleting a space for good: what can be taken along first, and its name as proof that it is meant.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { NameDialog } from "../ui/name-dialog.tsx";
import { saveFile } from "../ui/save-file.ts";
import { Wrong } from "../ui/wrong.tsx";
import { exportSpace } from "./export-space.ts";
import { Section } from "./section.tsx";
import type { Space } from "./space-answers.ts";
import { useActs } from "./use-act.ts";

export function DeleteSection({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const [asking, setAsking] = useState(false);
  return (
    <Section title={words("delete")} why={words("delete-why")}>
      <div className="flex flex-wrap items-center gap-2">
        <DownloadButton space={space} />
        <Button className="text-danger" onClick={() => setAsking(true)}>
          {words("delete")}
        </Button>
      </div>
      {asking && <DeleteDialog space={space} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function DownloadButton({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const ask = useAskServer();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const download = async (): Promise<void> => {
    setBusy(true);
    const exported = await exportSpace(ask, space);
    setBusy(false);
    setError(exported.ok ? null : exported.sentence);
    if (exported.ok) saveFile(exported.value, space.name);
  };
  return (
    <>
      <Button disabled={busy} onClick={() => void download()}>
        {words(busy ? "working" : "download-first")}
      </Button>
      <Wrong sentence={error} />
    </>
  );
}

type DeleteDialogProps = { readonly space: Space; readonly onClose: () => void };

function DeleteDialog({ space, onClose }: DeleteDialogProps) {
  const words = useTranslations("space");
  const router = useRouter();
  const { act, busy, error } = useActs();
  const { id, name } = space;
  const end = (): void =>
    act({ method: "DELETE", path: `/spaces/${id}`, body: { name } }, () => router.push("/"));
  return (
    <NameDialog
      title={words("delete")}
      told={[words("delete-why")]}
      label={words("type-name", { name })}
      name={name}
      does={words(busy ? "working" : "delete-it")}
      busy={busy}
      error={error}
      onSure={end}
      onClose={onClose}
    />
  );
}
