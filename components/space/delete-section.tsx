// Deleting a space for good: what can be taken along first, and its name as proof that it is meant.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonLook } from "../ui/button.tsx";
import { NameDialog } from "../ui/name-dialog.tsx";
import { Section } from "./section.tsx";
import type { Space } from "./space-answers.ts";
import { useActs } from "./use-act.ts";

export function DeleteSection({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const [asking, setAsking] = useState(false);
  return (
    <Section title={words("delete")} why={words("delete-why")}>
      <div className="flex flex-wrap items-center gap-2">
        <DownloadLink space={space} />
        <Button className="text-danger" onClick={() => setAsking(true)}>
          {words("delete")}
        </Button>
      </div>
      {asking && <DeleteDialog space={space} onClose={() => setAsking(false)} />}
    </Section>
  );
}

/** All articles as Postil's own files, with everyone under their own name. The browser shows how far it is. */
function DownloadLink({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const everything = "format=postil&names=shown&states=open,resolved,hidden";
  return (
    <a
      href={`/api/spaces/${space.id}/export?${everything}`}
      download
      className={buttonLook("plain")}
    >
      {words("download-first")}
    </a>
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
