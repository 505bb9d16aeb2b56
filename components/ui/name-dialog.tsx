// Asks for a name to be typed before something is done that cannot be undone.

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./field.tsx";

type NameDialogProps = {
  readonly title: string;
  /** What goes and what stays, a paragraph each. */
  readonly told: readonly string[];
  /** Asks for the name. */
  readonly label: string;
  /** The name that has to be typed. */
  readonly name: string;
  /** What the button says that does it. */
  readonly does: string;
  readonly busy: boolean;
  readonly error: string | null;
  readonly onSure: () => void;
  readonly onClose: () => void;
};

export function NameDialog(props: NameDialogProps) {
  const { title, told, label, name, does, busy, error, onSure, onClose } = props;
  const words = useTranslations("ui");
  const [typed, setTyped] = useState("");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSure();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send} className="flex flex-col gap-4">
        {told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <TextField
          label={label}
          error={error}
          required
          dir="auto"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button look="quiet" className="h-10" onClick={onClose}>
            {words("cancel")}
          </Button>
          <Button type="submit" look="filled" disabled={busy || typed.trim() !== name.trim()}>
            {does}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
