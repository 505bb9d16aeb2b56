// Says what will happen, and asks whether it shall.

import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type SureDialogProps = {
  readonly title: string;
  /** What goes and what stays. */
  readonly told: string;
  /** What the button says that does it. */
  readonly does: string;
  readonly onSure: () => void;
  readonly onClose: () => void;
};

export function SureDialog({ title, told, does, onSure, onClose }: SureDialogProps) {
  const words = useTranslations("ui");
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="pb-4">{told}</p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" className="h-10" onClick={onClose}>
          {words("cancel")}
        </Button>
        <Button
          look="filled"
          onClick={() => {
            onClose();
            onSure();
          }}
        >
          {does}
        </Button>
      </div>
    </Dialog>
  );
}
