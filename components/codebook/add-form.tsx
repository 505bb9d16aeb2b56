// A name for something new, and the button that adds it.

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { LENGTHS } from "#domain/scheme/scheme-schema.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";

type AddFormProps = {
  /** What the name is for. */
  readonly label: string;
  /** Whether there is no room for one more. */
  readonly full: boolean;
  /** Given a name that is not empty. */
  readonly onAdd: (name: string) => void;
};

export function AddForm({ label, full, onAdd }: AddFormProps) {
  const words = useTranslations("scheme");
  const [name, setName] = useState("");
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === "" || full) return;
    onAdd(name.trim());
    setName("");
  };
  return (
    <form onSubmit={add} className="flex items-end gap-2 pt-4">
      <div className="max-w-80 grow">
        <TextField
          label={label}
          dir="auto"
          maxLength={LENGTHS.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Button type="submit" className="h-10!" disabled={name.trim() === "" || full}>
        {words("add")}
      </Button>
    </form>
  );
}
