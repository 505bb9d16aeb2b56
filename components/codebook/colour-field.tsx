// A colour, chosen from the browser's palette or typed as a code.

import { useId, useState } from "react";
import { useTranslations } from "use-intl";

type ColourFieldProps = {
  readonly label: string;
  /** `#rrggbb` */
  readonly value: string;
  readonly onChange: (colour: string) => void;
};

export function ColourField({ label, value, onChange }: ColourFieldProps) {
  const words = useTranslations("scheme");
  const id = useId();
  /** What is typed while it is no colour yet. */
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string): void => {
    const code = `#${text.replace(/^#/, "").toLowerCase()}`;
    const isColour = /^#[0-9a-f]{6}$/.test(code);
    setTyped(isColour ? null : text);
    if (isColour) onChange(code);
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
      <div className="flex h-9 items-center gap-1 rounded-md border border-rule-strong bg-raised ps-1 focus-within:outline-2 focus-within:outline-accent pointer-coarse:h-11.5">
        <input
          id={id}
          type="color"
          value={value}
          onChange={(event) => {
            setTyped(null);
            onChange(event.target.value);
          }}
          className="size-7 shrink-0 cursor-pointer border-0 bg-transparent p-0 pointer-coarse:size-11"
        />
        <input
          aria-label={words("colour-code", { colour: label })}
          aria-invalid={typed !== null || undefined}
          dir="ltr"
          value={typed ?? value}
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          onBlur={() => setTyped(null)}
          className="h-full min-w-0 grow bg-transparent text-sm outline-none aria-invalid:text-danger pointer-coarse:text-[1rem]"
        />
      </div>
    </div>
  );
}
