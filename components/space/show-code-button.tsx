// Leads to the code for the wall, opening one where there is none.

import { QrCode } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { useCode } from "./code-section.tsx";
import type { Space } from "./space-answers.ts";

export function ShowCodeButton({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const router = useRouter();
  const { code, open, busy, error } = useCode(space);
  const show = (): void => router.push(`/spaces/${space.id}/wall`);
  return (
    <>
      <Button
        look="filled"
        className="h-9! self-start"
        disabled={busy}
        onClick={() => (code ? show() : open(show))}
      >
        <QrCode size={16} aria-hidden />
        {words("show-code")}
      </Button>
      <Wrong sentence={error} />
    </>
  );
}
