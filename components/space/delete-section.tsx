// Deleting a space for good: what can be taken along first, and its name as proof that it is meant.

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { saveFile } from "../ui/save-file.ts";
import { exportSpace } from "./export-space.ts";
import { Section } from "./section.tsx";
import type { Space } from "./space-answers.ts";
import { useActs } from "./use-act.ts";
import { Wrong } from "./wrong.tsx";

export function DeleteSection({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const [asking, setAsking] = useState(false);
  return (
    <Section title={words("delete")} why={words("delete-why")}>
      <p className="flex flex-wrap gap-2">
        <DownloadButton space={space} />
        <Button className="text-danger" onClick={() => setAsking(true)}>
          {words("delete")}
        </Button>
      </p>
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
  const [name, setName] = useState("");
  const end = (event: FormEvent): void => {
    event.preventDefault();
    act({ method: "DELETE", path: `/spaces/${space.id}`, body: { name } }, () => router.push("/"));
  };
  return (
    <Dialog title={words("delete")} onClose={onClose}>
      <form onSubmit={end} className="flex flex-col gap-4">
        <p>{words("delete-why")}</p>
        <TextField
          label={words("type-name", { name: space.name })}
          error={error}
          required
          dir="auto"
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button look="quiet" className="h-10" onClick={onClose}>
            {words("cancel")}
          </Button>
          <Button type="submit" look="filled" disabled={busy || name.trim() !== space.name}>
            {words(busy ? "working" : "delete-it")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
