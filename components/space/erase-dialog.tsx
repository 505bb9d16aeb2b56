// Erasing a member: what goes, what stays, and the name as proof that it is meant.

import { useTranslations } from "use-intl";
import { NameDialog } from "../ui/name-dialog.tsx";
import type { Member, Space } from "./space-answers.ts";
import { useActs } from "./use-act.ts";

type EraseDialogProps = {
  readonly space: Space;
  readonly member: Member;
  readonly onErased: () => void;
  readonly onClose: () => void;
};

export function EraseDialog({ space, member, onErased, onClose }: EraseDialogProps) {
  const words = useTranslations("space");
  const { act, busy, error } = useActs();
  const { id, name, isGuest } = member;
  const path = `/spaces/${space.id}/members/${id}/erasure`;
  const erase = (): void =>
    act({ method: "POST", path, body: { name } }, () => {
      onClose();
      onErased();
    });
  return (
    <NameDialog
      title={words("erase-who", { name })}
      told={[
        words("erase-goes"),
        words(isGuest ? "erase-guest" : "erase-account"),
        words("erase-stays"),
      ]}
      label={words("erase-type", { name })}
      name={name}
      does={words(busy ? "working" : "erase-it")}
      busy={busy}
      error={error}
      onSure={erase}
      onClose={onClose}
    />
  );
}
