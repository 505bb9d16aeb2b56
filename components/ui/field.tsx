// A labelled field with its hint and its error.

import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

const INPUT =
  "min-h-10 w-full rounded-md border border-rule-strong bg-raised px-3 py-2 text-base text-ink placeholder:text-muted aria-invalid:border-danger pointer-coarse:min-h-11 pointer-coarse:text-[1rem]";

type Wording = { readonly label: string; readonly hint?: string; readonly error?: string | null };

/** A one-line field. */
export function TextField({ label, hint, error, ...input }: Wording & ComponentProps<"input">) {
  const ids = useFieldIds(hint, error);
  return (
    <Labelled label={label} hint={hint} error={error} ids={ids}>
      <input {...input} {...ids.control(error)} className={classes(INPUT, input.className)} />
    </Labelled>
  );
}

/** A field of several lines. */
export function TextArea({ label, hint, error, ...area }: Wording & ComponentProps<"textarea">) {
  const ids = useFieldIds(hint, error);
  return (
    <Labelled label={label} hint={hint} error={error} ids={ids}>
      <textarea {...area} {...ids.control(error)} className={classes(INPUT, area.className)} />
    </Labelled>
  );
}

/** A choice from a list; the options are its children. */
export function SelectField({ label, hint, error, ...select }: Wording & ComponentProps<"select">) {
  const ids = useFieldIds(hint, error);
  return (
    <Labelled label={label} hint={hint} error={error} ids={ids}>
      <select {...select} {...ids.control(error)} className={classes(INPUT, select.className)} />
    </Labelled>
  );
}

type FieldIds = ReturnType<typeof useFieldIds>;

function useFieldIds(hint: string | undefined, error: string | null | undefined) {
  const id = useId();
  const described = classes(hint && `${id}-hint`, error && `${id}-error`);
  return {
    id,
    control: (wrong: string | null | undefined) => ({
      id,
      "aria-invalid": wrong ? true : undefined,
      "aria-describedby": described === "" ? undefined : described,
    }),
  };
}

type LabelledProps = {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | null | undefined;
  readonly ids: FieldIds;
  readonly children: ReactNode;
};

function Labelled({ label, hint, error, ids, children }: LabelledProps) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={ids.id} className="font-medium">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${ids.id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${ids.id}-error`} role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
