// The name that a guest goes by: an alias is offered, and another one at a click.

import { Shuffle } from "lucide-react";
import { NAME_LENGTH } from "#domain/person.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { randomAlias } from "./random-alias.ts";

type AliasFieldProps = {
  readonly label: string;
  readonly hint: string;
  /** What the button says that offers another one. */
  readonly other: string;
  readonly name: string;
  readonly required?: boolean;
  readonly error?: string | null;
  readonly onChange: (name: string) => void;
};

export function AliasField({ name, other, onChange, ...field }: AliasFieldProps) {
  return (
    <div className="flex items-start gap-2">
      <div className="grow">
        <TextField
          {...field}
          maxLength={NAME_LENGTH}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          value={name}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <Button
        look="icon"
        className="mt-7"
        aria-label={other}
        title={other}
        onClick={() => onChange(randomAlias())}
      >
        <Shuffle size={16} aria-hidden />
      </Button>
    </div>
  );
}
