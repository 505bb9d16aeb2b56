// Deleting a space for good: what can be taken along first, and its name as proof that it is meant.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { TakeWhole } from "../take/take-whole.tsx";
import { Button } from "../ui/button.tsx";
import { NameDialog } from "../ui/name-dialog.tsx";
import { Section } from "../ui/section.tsx";
import type { Space } from "./space-answers.ts";
import { useActs } from "./use-act.ts";

export function DeleteSection({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const [asking, setAsking] = useState(false);
  return (
    <Section title={words("delete")} lead={words("delete-why")}>
      <TakeWhole spaceId={space.id} does={words("download-first")} />
      <Button className="self-start text-danger" onClick={() => setAsking(true)}>
        {words("delete")}
      </Button>
      {asking && <DeleteDialog space={space} onClose={() => setAsking(false)} />}
    </Section>
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
