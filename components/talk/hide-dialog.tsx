// Asks why a note or a reply is hidden.

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { REASON_LENGTH } from "#domain/talk/article-state.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";

type HideDialogProps = {
  readonly title: string;
  readonly onHide: (reason: string) => void;
  readonly onClose: () => void;
};

export function HideDialog({ title, onHide, onClose }: HideDialogProps) {
  const words = useTranslations("talk");
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onClose();
    onHide(reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-muted">{words("hide-why")}</p>
        <TextField
          // React does not write this one, and the dialog looks for it
          ref={(input) => input?.setAttribute("autofocus", "")}
          label={words("reason")}
          placeholder={words("reason-example")}
          dir="auto"
          required
          pattern=".*\S.*"
          maxLength={REASON_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button look="quiet" className="h-10" onClick={onClose}>
            {words("cancel")}
          </Button>
          <Button look="filled" type="submit">
            {words("hide-it")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
