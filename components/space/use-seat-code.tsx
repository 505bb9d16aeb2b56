// A code by which a guest goes on in another browser: made, and shown.

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { showCode } from "#domain/join-code.ts";
import { Dialog } from "../ui/dialog.tsx";
import { bdi } from "../words/bdi.tsx";
import { codeSchema, type Member, type Space } from "./space-answers.ts";
import { useActs } from "./use-act.ts";

type SeatCode = {
  /** Makes a code, in the place of the one before. */
  readonly make: () => void;
  /** Shows the code; null before there is one. */
  readonly dialog: ReactNode;
  /** Why there is none, as a sentence. */
  readonly error: string | null;
};

export function useSeatCode(space: Space, { id, name }: Pick<Member, "id" | "name">): SeatCode {
  const { obtain, error } = useActs();
  const [code, setCode] = useState<string | null>(null);
  const path = `/spaces/${space.id}/members/${id}/seat`;
  return {
    make: () => obtain({ method: "POST", path }, codeSchema, (made) => setCode(made.code)),
    dialog: code && <SeatDialog name={name} code={code} onClose={() => setCode(null)} />,
    error,
  };
}

type SeatDialogProps = {
  readonly name: string;
  readonly code: string;
  readonly onClose: () => void;
};

function SeatDialog({ name, code, onClose }: SeatDialogProps) {
  const words = useTranslations("space");
  return (
    <Dialog title={words("seat-of", { name })} onClose={onClose}>
      <p dir="ltr" className="pb-4 font-semibold text-[1.75rem] leading-9 tracking-wider">
        {showCode(code)}
      </p>
      <p>{words.rich("seat-why", { address: `${window.location.host}/join`, bdi })}</p>
    </Dialog>
  );
}
