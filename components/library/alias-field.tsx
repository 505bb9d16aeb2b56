// The name that a guest goes by: an alias is offered, and another one at a click.

import { Shuffle } from "lucide-react";
import { useRef } from "react";
import { NAME_LENGTH } from "#domain/person.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { randomAlias } from "./random-alias.ts";

type AliasFieldProps = {
  readonly label: string;
  readonly hint: string;
  /** What the button says that offers another one. */
  readonly other: string;
  /** The one that is offered first. */
  readonly alias: string;
  readonly required?: boolean;
  readonly error?: string | null;
};

/** In the data of its form it is called `name`. */
export function AliasField({ alias, other, ...field }: AliasFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const offerOther = (): void => {
    if (input.current) input.current.value = randomAlias();
  };
  return (
    <div className="flex items-start gap-2">
      <div className="grow">
        <TextField
          {...field}
          ref={input}
          name="name"
          defaultValue={alias}
          maxLength={NAME_LENGTH}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <Button look="icon" className="mt-7" aria-label={other} title={other} onClick={offerOther}>
        <Shuffle size={16} aria-hidden />
      </Button>
    </div>
  );
}
